"""Fetch the uv that uv.lock pins, checked by its hash, with nothing but Python's standard library.

For a machine that has Python >= 3.11 and neither uv, pip nor venv. Usage: bootstrap.py FOLDER; writes FOLDER/uv.
"""

import hashlib
import io
import platform
import sys
import tomllib
import urllib.request
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ARCHITECTURES = {"amd64": "x86_64", "arm64": "aarch64"}


def wheel_marks() -> tuple[str, str]:
    """The words that this machine's wheel carries in its file name: system and architecture."""
    machine = platform.machine().lower()
    if sys.platform == "darwin":
        return "macosx", machine
    libc = "manylinux" if platform.libc_ver()[0] == "glibc" else "musllinux"
    return libc, ARCHITECTURES.get(machine, machine)


def pick_wheel(lock: dict) -> tuple[str, str]:
    """Address and sha256 of the locked uv wheel for this machine."""
    system, machine = wheel_marks()
    package = next(package for package in lock["package"] if package["name"] == "uv")
    for wheel in package["wheels"]:
        name = wheel["url"].rsplit("/", 1)[-1]
        if system in name and machine in name:
            return wheel["url"], wheel["hash"].removeprefix("sha256:")
    sys.exit(f"uv.lock has no uv for {system} {machine}: install uv yourself (https://docs.astral.sh/uv) and run again")


def main(folder: Path) -> None:
    """Put the uv program into the folder."""
    url, digest = pick_wheel(tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8")))
    print(f"uv is not installed: fetching {url.rsplit('/', 1)[-1]}", file=sys.stderr)
    try:
        with urllib.request.urlopen(url, timeout=120) as reply:
            wheel = reply.read()
    except OSError as error:
        sys.exit(f"can't fetch uv from {url}: {error}. Check the network, or install uv yourself and run again")
    if hashlib.sha256(wheel).hexdigest() != digest:
        sys.exit(f"{url} is not the file that uv.lock pins (sha256 differs): nothing was installed")
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        program = next(name for name in archive.namelist() if name.endswith("/scripts/uv"))
        content = archive.read(program)
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = folder / "uv.part"
    unfinished.write_bytes(content)
    unfinished.chmod(0o755)
    unfinished.rename(folder / "uv")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
