// SPDX-License-Identifier: EUPL-1.2
// A municipality written by hand, from one YAML file or from several that each hold some sections.
//
// `include` lists other files of the same scenario by their path from this one, so that several
// municipalities can share one description of the work; whoever opens files follows it.
// Sections: id, name, summary, inhabitants, office_hours, full_time, spending, units, posts (the
// organisation); spread, same_person, profiles, case_types, households (the work); sources and
// judgements may stand in every file. schemas/scenario.schema.json describes them,
// examples/010-voorbeeldstad shows them.
#pragma once

#include <string>
#include <vector>

#include "veer/base/result.hpp"
#include "veer/org/law.hpp"
#include "veer/org/municipality.hpp"

namespace veer::codec {

/// A file's name, as in messages, and its text.
struct NamedText {
  std::string name;
  std::string text;
};

/// The paths in the `include` of a file, as written: from the file's own folder. Problems: what is
/// no YAML, no list of texts, or a path that starts at the root.
[[nodiscard]] Result<std::vector<std::string>> included_files(const NamedText& file);

/// Reads the files as one scenario. All problems of all files at once, with line and path: what
/// cannot be read; a section twice or not at all; units that do not exist, twice, or in a cycle;
/// an FTE outside (0, 1]; a competence that no step asks for; a step that nobody can do; shares
/// that may exceed 1 together; a step that nothing leads to. realise() of the result passes
/// work::check. O(size).
/// laws: those that a legal term may name instead of a number of days. scales: those that a post
/// may have; empty: any.
[[nodiscard]] Result<org::Municipality> read_scenario(const std::vector<NamedText>& files,
                                                      const std::vector<org::Law>& laws = {},
                                                      const std::vector<std::string>& scales = {});

}  // namespace veer::codec
