// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/load_scenario.hpp"

#include <algorithm>
#include <cstdint>
#include <system_error>
#include <vector>

#include "veer/app/catalogue.hpp"
#include "veer/app/embedded_files.hpp"
#include "veer/app/input_file.hpp"
#include "veer/app/laws.hpp"
#include "veer/codec/scenario_reader.hpp"
#include "veer/codec/shock_reader.hpp"

namespace veer::app {
namespace {

namespace fs = std::filesystem;

// Judgement: more than any scenario that a person writes; the reader of YAML refuses less.
constexpr std::uint64_t most_bytes = 64'000'000;

Result<std::vector<fs::path>> yaml_files(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::path> files;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const std::string ending = at->path().extension().string();
    if (ending == ".yaml" || ending == ".yml") files.push_back(at->path());
  }
  if (error) {
    return fail(Error{ErrorCode::unreadable, folder.string(), error.message(),
                      "a folder that can be read", "Check the rights on the folder."});
  }
  if (files.empty()) {
    return fail(Error{ErrorCode::unreadable, folder.string(), "no YAML files",
                      "a scenario: one or more files ending in .yaml",
                      "Start from a folder in examples/."});
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// The files of an example inside the program; empty when there is none of this name.
std::vector<codec::NamedText> embedded_example(const fs::path& path) {
  const fs::path named = path.has_filename() ? path : path.parent_path();  // "a/b/" is "a/b"
  const std::string folder =
      (named.has_parent_path() ? named : fs::path("examples") / named).generic_string() + "/";
  std::vector<codec::NamedText> files;
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path.substr(0, folder.size()) != folder) continue;
    files.push_back({std::string(file.path), std::string(file.text)});
  }
  return files;
}

}  // namespace

Result<org::Municipality> load_demo_scenario() {
  VEER_TRY(const std::vector<org::Law> laws, list_laws());
  return codec::read_scenario(embedded_example("010-voorbeeldstad"), laws);
}

Result<org::Shock> load_shock(const std::string& id_or_path) {
  VEER_TRY(const NamedText file, find_text("shocks", id_or_path));
  return codec::read_shock(file.text, file.name);
}

Result<org::Municipality> load_scenario(const fs::path& path) {
  std::error_code error;
  VEER_TRY(const std::vector<org::Law> laws, list_laws());
  if (!fs::exists(path, error)) {
    const std::vector<codec::NamedText> example = embedded_example(path);
    if (!example.empty()) return codec::read_scenario(example, laws);
  }
  std::vector<fs::path> paths = {path};
  if (fs::is_directory(path, error)) {
    VEER_TRY(paths, yaml_files(path));
  }
  SilentProgress silent;
  ReadingProgress reading{silent};
  std::vector<codec::NamedText> files;
  Problems problems;
  for (const fs::path& file : paths) {
    FileRead read;
    const auto text = read_text(file, reading, read, most_bytes);
    if (text) {
      files.push_back({file.string(), *text});
    } else {
      problems.insert(problems.end(), text.error().begin(), text.error().end());
    }
  }
  if (!problems.empty()) return fail(std::move(problems));
  return codec::read_scenario(files, laws);
}

}  // namespace veer::app
