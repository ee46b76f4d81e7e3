"""The command line: the same verbs as the app, without a browser."""
