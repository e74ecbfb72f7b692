#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""The JSON Schemas accept every file of the tree that names its format, and refuse slips.

The format `veer-NAME/1` of a file belongs to schemas/NAME.schema.json. Skipped (exit code 77) when
the packages python3-jsonschema and python3-yaml are not there.
"""

import copy
import json
import sys
from pathlib import Path

try:
    import jsonschema
    import yaml
except ImportError as missing:
    print(f"skipped: {missing}; install python3-jsonschema and python3-yaml")
    sys.exit(77)

TOP = Path(__file__).resolve().parents[2]
SCHEMAS = {
    path.name.removesuffix(".schema.json"): json.loads(path.read_text(encoding="utf-8"))
    for path in sorted((TOP / "schemas").glob("*.schema.json"))
}
def validator_of(schema):
    """A validator that finds the other schemas by their $id, with the library's old way or new."""
    by_id = {other["$id"]: other for other in SCHEMAS.values()}
    try:
        from referencing import Registry, Resource
    except ImportError:  # before jsonschema 4.18, as in Debian 12
        resolver = jsonschema.RefResolver.from_schema(schema, store=by_id)
        return jsonschema.Draft202012Validator(schema, resolver=resolver)
    registry = Registry().with_resources(
        (name, Resource.from_contents(other)) for name, other in by_id.items()
    )
    return jsonschema.Draft202012Validator(schema, registry=registry)


class DatesAsText(yaml.SafeLoader):
    """Reads 2024-02-29 as Veer does: as text."""


DatesAsText.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def problems(name, value):
    validator = validator_of(SCHEMAS[name])
    return [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(value)]


def slips(scenario):
    """Copies of a file, each with one slip that its schema can see."""

    def slip(what, change):
        copied = copy.deepcopy(scenario)
        change(copied)
        return what, copied

    def steps(copied):
        return copied["case_types"][0]["steps"]

    if "posts" in scenario:
        yield slip("an FTE of -1", lambda s: s["posts"][0].update(fte=[-1]))
        yield slip("an unknown key", lambda s: s["units"][0].update(boss="me"))
    if "case_types" in scenario:
        yield slip("a share over 1", lambda s: steps(s)[1]["next"][0]["share"].update(value=1.5))
        yield slip("an effort without unit", lambda s: steps(s)[0]["effort"].update(value=20))
        yield slip("no origin", lambda s: steps(s)[0]["effort"].pop("judgement"))
        yield slip("no kind of step", lambda s: steps(s)[0].pop("competence"))
    if "households" in scenario:
        yield slip("a household with one matter",
                   lambda s: s["households"][0]["matters"].update(value=1))
        yield slip("a household of one case type",
                   lambda s: s["households"][0].update(case_types=s["households"][0]["case_types"][:1]))
    if "structure" in scenario:
        yield slip("an unknown grouping", lambda s: s["structure"].update(group_by="region"))
        yield slip("a negative number", lambda s: s["structure"]["top_units"].update(low=-1))
        yield slip("no decider", lambda s: s["exceptions"]["routine"].pop("decider"))
        yield slip("somebody alone who waits",
                   lambda s: s["exceptions"]["operational"].update(decider="self"))
    if "kind" in scenario:
        yield slip("a date of a month 13", lambda s: s["periods"][0].update({"from": "2020-13-01"}))
        yield slip("no rules", lambda s: s["periods"][0].update(rules=[]))
        yield slip("no origin", lambda s: s["periods"][0]["rules"][0].pop("source"))
        yield slip("an unknown kind", lambda s: s.update(kind="wet"))
        yield slip("an example without an answer", lambda s: s["examples"][0].pop("due"))
    if "sub_processes" in scenario:
        yield slip("a sub-process without id", lambda s: s["sub_processes"][0].pop("id"))
        yield slip("a share without %", lambda s: s["units"][0].update(domain={"a": 0.5}))
        yield slip("an activity that is a list", lambda s: s["unplaced"].append(["a"]))
    if "tables" in scenario:
        yield slip("a figure without origin",
                   lambda s: s["tables"][0]["rows"][0]["figure"].pop("source"))
        yield slip("a table without definition", lambda s: s["tables"][0].pop("definition"))
    if "scales" in scenario:
        yield slip("a scale without a highest", lambda s: s["scales"]["amounts"][0].pop("highest"))
        yield slip("all late cases twice", lambda s: s["numbers"]["notice_share"].update(high=2))
    elif "numbers" in scenario:
        yield slip("a load over 1", lambda s: s["numbers"]["total_load"].update(high=1.5))
        yield slip("a number left out", lambda s: s["numbers"].pop("tasks_at_once"))


def main():
    failures = []
    checked = 0
    for schema in SCHEMAS.values():
        jsonschema.Draft202012Validator.check_schema(schema)
    for folder in ("examples", "field", "laws", "shocks", "models", "fuzz/seeds/map"):
        for path in sorted((TOP / folder).rglob("*.yaml")):
            if path.name == "wrong.yaml":
                continue
            value = yaml.load(path.read_text(encoding="utf-8"), DatesAsText)
            name = str(value.get("format", "")).removeprefix("veer-").split("/")[0]
            if name not in SCHEMAS:
                continue
            checked += 1
            failures += [f"{path.relative_to(TOP)}: {line}" for line in problems(name, value)]
            failures += [
                f"{path.relative_to(TOP)}: the schema does not see {what}"
                for what, wrong in slips(value)
                if not problems(name, wrong)
            ]
    if checked == 0:
        failures.append("no file was checked")
    print("\n".join(failures) or f"{checked} files follow their schemas")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
