"""What the reader already knows: names of states, groups, firms, systems, agreements, places and events."""
