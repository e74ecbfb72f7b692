#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Every folder of src/veer includes only itself and what it declares, and nothing above it.

The configure step refuses a declaration that reaches upward (cmake/veer_build.cmake). This test
adds what the configure step cannot see: headers are found by one include path, so an include of a
folder that was never declared would compile.
"""
import re
import sys

import tree

INCLUDE = re.compile(r'^\s*#\s*include\s+"veer/([a-z_]+)/', re.M)


def declarations(text):
    """(layer, {keyword: [values]}) of the veer_library call in a CMakeLists.txt, or None."""
    call = re.search(r"veer_library\(\s*([a-z_]+)([^)]*)\)", re.sub(r"#[^\n]*", "", text))
    if not call:
        return None
    values = {}
    keyword = ""
    for word in call.group(2).split():
        if word in ("SOURCES", "HEADERS", "DEPENDS", "LINK", "TESTS", "TEST_LINK"):
            keyword = word
        values.setdefault(keyword, []).append(word)
    return call.group(1), values


def reachable(layer, declared):
    """The layer, what it declares and what those declare."""
    seen = set()
    waiting = [layer]
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += declared.get(name, {}).get("DEPENDS", [])[1:]
    return seen


def breaches():
    order = tree.layers()
    declared = {}
    for path in tree.files("CMakeLists.txt", under="src/veer"):
        found = declarations(tree.read(path))
        if found:
            folder = path.split("/")[2]
            if found[0] != folder:
                yield path, found[0], f"declares the layer {found[0]} in the folder {folder}"
            declared[folder] = found[1]
    for layer, values in declared.items():
        for other in values.get("DEPENDS", [])[1:]:
            if other not in order or order.index(other) >= order.index(layer):
                yield f"src/veer/{layer}/CMakeLists.txt", other, f"{layer} may not use {other}"
    for path in tree.files(".hpp", ".cpp", under="src/veer"):
        layer = path.split("/")[2]
        allowed = reachable(layer, declared)
        if path.endswith("_test.cpp"):
            for target in declared.get(layer, {}).get("TEST_LINK", [])[1:]:
                allowed |= reachable(target.removeprefix("veer::"), declared)
        text = tree.without_comments(tree.read(path), keep_strings=True)
        for other in sorted(set(INCLUDE.findall(text)) - allowed):
            yield path, other, f"includes veer/{other}/, which {layer} does not declare"


if __name__ == "__main__":
    sys.exit(tree.check({"layers": breaches}))
