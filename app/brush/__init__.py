"""The brush: claims over time, and the days between which a reader looks."""
