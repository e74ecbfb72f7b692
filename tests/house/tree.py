# SPDX-License-Identifier: EUPL-1.2
"""What the house tests share: the files of the tree, their text, and the exceptions with reasons.

A rule is a function that yields (path, detail, sentence) for every breach it finds. check() drops
the breaches that exceptions.txt allows, prints the others, and exits with 1 when any is left or
when an exception is no longer needed.
"""
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
EXCEPTIONS = "tests/house/exceptions.txt"
NOT_OURS = {".git", "build", "node_modules", "__pycache__"}


def files(*suffixes, under=""):
    """Paths relative to the root, sorted, of all files below `under` with one of the suffixes."""
    found = []
    for folder, subfolders, names in os.walk(os.path.join(ROOT, under)):
        subfolders[:] = [name for name in subfolders if name not in NOT_OURS]
        for name in names:
            if name not in NOT_OURS and (not suffixes or name.endswith(suffixes)):
                found.append(os.path.relpath(os.path.join(folder, name), ROOT))
    return sorted(found)


def read(path):
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        return file.read()


def without_comments(text, keep_strings=False):
    """C++ text with comments, and string and character literals, blanked; lines stay in place."""

    def blank(match):
        token = match.group(0)
        if keep_strings and token[0] in "\"'":
            return token
        return re.sub(r"[^\n]", " ", token)

    # A ' between digits separates thousands and opens no character literal.
    return re.sub(
        r'//[^\n]*|/\*.*?\*/|R"\((?:.|\n)*?\)"|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])\'(?:\\.|[^\'\\\n])+\'',
        blank, text, flags=re.S)


def layers():
    """The layers, lowest first, as cmake/veer_build.cmake has them."""
    text = read("cmake/veer_build.cmake")
    return re.search(r"set\(VEER_LAYERS\s+([^)]*)\)", text).group(1).split()


def pure_layers():
    """Those that open no files, read no clock, start no threads, print nothing, hold no state."""
    names = layers()
    return names[: names.index("place") + 1]


def exceptions(rule):
    """{(path, detail): reason} of the lines of exceptions.txt for this rule."""
    allowed = {}
    for line in read(EXCEPTIONS).splitlines():
        if not line or line.startswith("#"):
            continue
        parts = [part.strip() for part in line.split("|")]
        if len(parts) != 4 or not all(parts):
            sys.exit(f"{EXCEPTIONS}: expected 'rule | path | detail | reason', found: {line}")
        if parts[0] == rule:
            allowed[(parts[1], parts[2])] = parts[3]
    return allowed


def check(rules):
    """Runs {name: rule}; prints what is wrong; gives the exit code."""
    wrong = 0
    for name, rule in rules.items():
        allowed = exceptions(name)
        used = set()
        for path, detail, sentence in rule():
            if (path, detail) in allowed:
                used.add((path, detail))
                continue
            print(f"{path}: {sentence}  [{name} | {path} | {detail}]")
            wrong += 1
        for path, detail in sorted(set(allowed) - used):
            print(f"{EXCEPTIONS}: '{name} | {path} | {detail}' is not needed any more; take it out")
            wrong += 1
    if wrong:
        print(f"\n{wrong} breaches. Mend them, or add a line with a good reason to {EXCEPTIONS}.")
    return 1 if wrong else 0
