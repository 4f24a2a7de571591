#!/usr/bin/env python3
"""Two folders of outputs hold the same files: the same bytes, of workbooks the same parts, of run.json all but times."""
import re
import sys
import zipfile
from pathlib import Path


def content(path: Path):
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as book:
            return {name: book.read(name) for name in book.namelist()}
    if path.name == "run.json":
        return re.sub(rb'"milliseconds":\d+', b"", path.read_bytes())
    return path.read_bytes()


def files(root: Path):
    paths = (path for path in root.rglob("*") if path.is_file() and ".kemu" not in path.parts)
    return {path.relative_to(root): content(path) for path in paths}


here, there = (files(Path(folder)) for folder in sys.argv[1:3])
assert here, f"no output in {sys.argv[1]}"
assert here.keys() == there.keys(), here.keys() ^ there.keys()
differing = sorted(str(name) for name in here if here[name] != there[name])
assert not differing, f"these differ: {', '.join(differing)}"
print(f"{len(here)} files are the same")
