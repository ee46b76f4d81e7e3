"""Start the app: `python -m app.launch --port 8501`. The one place for Streamlit's own settings."""

import argparse
import os
import sys
from pathlib import Path

MAIN = Path(__file__).with_name("main.py")

OPTIONS: dict[str, str] = {
    "server.address": "127.0.0.1",
    "server.headless": "true",
    "server.fileWatcherType": "none",
    "server.maxUploadSize": "100",
    "browser.gatherUsageStats": "false",
    "logger.level": "warning",
    "client.showErrorDetails": "none",
    "client.toolbarMode": "minimal",
    "theme.font": "sans-serif",
    "theme.headingFont": "sans-serif",
    "theme.codeFont": "monospace",
    "theme.baseRadius": "0.5rem",
    "theme.light.primaryColor": "#26417f",
    "theme.light.backgroundColor": "#ffffff",
    "theme.light.secondaryBackgroundColor": "#f3f5f9",
    "theme.light.textColor": "#182033",
    "theme.light.borderColor": "#d8dde7",
    "theme.light.linkColor": "#26417f",
    "theme.dark.primaryColor": "#9ab6ff",
    "theme.dark.backgroundColor": "#10151f",
    "theme.dark.secondaryBackgroundColor": "#1a2130",
    "theme.dark.textColor": "#e7ebf3",
    "theme.dark.borderColor": "#313b4d",
    "theme.dark.linkColor": "#9ab6ff",
}


def command(port: int) -> list[str]:
    """The command line that runs the app on a port of this machine."""
    flags = [f"--{name}={value}" for name, value in OPTIONS.items()]
    return [sys.executable, "-m", "streamlit", "run", str(MAIN), f"--server.port={port}", *flags]


def main() -> None:
    """Become the app's server, on the port that the command line names."""
    parser = argparse.ArgumentParser(prog="python -m app.launch", description="Run Entente's app.")
    parser.add_argument("--port", type=int, default=8501)
    line = command(parser.parse_args().port)
    os.execv(line[0], line)


if __name__ == "__main__":
    main()
