"""The matrix: sources as rows, targets as columns, and in each cell what the one does to the other."""
