#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""The documents keep up with the tree: architecture, dependencies, links between pages."""
import os
import re
import sys

import tree

ARCHITECTURE = "docs/architecture.md"
DEPENDENCIES = "docs/dependencies.md"
CLI = "docs/cli.md"


def architecture():
    paragraphs = re.findall(r"^\*\*([a-z]+)/\*\* (.)", tree.read(ARCHITECTURE), re.M)
    named = [name for name, _ in paragraphs]
    if named != tree.layers():
        yield ARCHITECTURE, "order", f"has paragraphs {named}; the layers are {tree.layers()}"
    for path in tree.files("CMakeLists.txt", under="src/veer"):
        parts = path.split("/")
        if len(parts) == 4 and parts[2] not in named:
            yield ARCHITECTURE, parts[2], f"has no paragraph about src/veer/{parts[2]}"


def dependencies():
    installed = {line.strip() for line in tree.read("script/packages.txt").splitlines()
                 if line.strip() and not line.startswith("#")}
    rows = re.findall(r"^\| *(?:`([^`]+)`)? *\| *`([^`]+)` *\| *(\S[^|]*)\|$",
                      tree.read(DEPENDENCIES), re.M)
    explained = {name for name, _, _ in rows if name}
    packages = {package for _, package, _ in rows}
    cmake = re.sub(r"#[^\n]*", "", tree.read("cmake/veer_dependencies.cmake"))
    used = set(re.findall(r"\bfind_package\(\s*([\w-]+)", cmake))
    used |= set(re.findall(r"^veer_find_header_library\(\s*([\w-]+)", cmake, re.M))
    for name in sorted(used - explained):
        yield DEPENDENCIES, name, f"has no row for {name}, which CMake looks for"
    for name in sorted(explained - used):
        yield DEPENDENCIES, name, f"explains {name}, which CMake does not look for"
    for package in sorted(packages - installed):
        yield DEPENDENCIES, package, f"names {package}, which script/packages.txt does not install"
    for package in sorted(installed - packages):
        yield DEPENDENCIES, package, f"has no row for {package}, which script/packages.txt installs"


def exit_codes():
    """docs/cli.md lists the exit codes of apps/veer/command.hpp, no more and no less."""
    enum = re.search(r"enum class Exit[^{]*\{(.*?)\};", tree.read("apps/veer/command.hpp"), re.S)
    in_code = {int(value) for value in re.findall(r"=\s*(\d+)", enum.group(1))}
    in_page = {int(value) for value in re.findall(r"^\| (\d+) \|", tree.read(CLI), re.M)}
    for value in sorted(in_code ^ in_page):
        yield CLI, str(value), f"exit code {value} is not both in {CLI} and apps/veer/command.hpp"


def links():
    """Relative links of the pages lead somewhere."""
    for path in tree.files(".md"):
        text = re.sub(r"```.*?```", "", tree.read(path), flags=re.S)
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text):
            if "://" in target or target.startswith("mailto:"):
                continue
            if not os.path.exists(os.path.join(tree.ROOT, os.path.dirname(path), target)):
                yield path, target, f"links to {target}, which does not exist"


if __name__ == "__main__":
    sys.exit(tree.check({"architecture": architecture, "dependencies": dependencies,
                         "exit_codes": exit_codes, "links": links}))
