// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/load_scenario.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
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

std::optional<codec::NamedText> embedded(const std::string& path) {
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path == path) return codec::NamedText{path, std::string(file.text)};
  }
  return std::nullopt;
}

Result<codec::NamedText> from_disk(const std::string& path) {
  SilentProgress silent;
  ReadingProgress reading{silent};
  FileRead read;
  VEER_TRY(std::string text, read_text(path, reading, read, most_bytes));
  return codec::NamedText{path, std::move(text)};
}

Result<codec::NamedText> from_program(const std::string& path) {
  std::optional<codec::NamedText> file = embedded(path);
  if (file) return *std::move(file);
  return fail(Error{ErrorCode::not_found, path, "no such file in the program",
                    "a file that an example includes", ""});
}

/// The paths and all that they include, each once.
template <class Read>
Result<std::vector<codec::NamedText>> with_included(const std::vector<fs::path>& paths,
                                                    const Read& read) {
  std::vector<fs::path> wanted = paths;
  std::vector<codec::NamedText> files;
  Problems problems;
  const auto add = [&problems](const Problems& more) {
    problems.insert(problems.end(), more.begin(), more.end());
  };
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const Result<codec::NamedText> file = read(wanted[i].generic_string());
    if (!file) {
      add(file.error());
      continue;
    }
    files.push_back(*file);
    const auto included = codec::included_files(*file);
    if (!included) {
      add(included.error());
      continue;
    }
    for (const std::string& one : *included) {
      const fs::path path = (wanted[i].parent_path() / one).lexically_normal();
      const auto same = [&path](const fs::path& other) {
        return other.lexically_normal() == path;
      };
      if (std::none_of(wanted.begin(), wanted.end(), same)) wanted.push_back(path);
    }
  }
  if (!problems.empty()) return fail(std::move(problems));
  return files;
}

/// The files of an example inside the program; empty when there is none of this name.
Result<std::vector<codec::NamedText>> embedded_example(const fs::path& path) {
  const fs::path named = path.has_filename() ? path : path.parent_path();  // "a/b/" is "a/b"
  const std::string folder =
      (named.has_parent_path() ? named : fs::path("examples") / named).generic_string() + "/";
  std::vector<fs::path> paths;
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path.substr(0, folder.size()) == folder) paths.emplace_back(file.path);
  }
  return with_included(paths, from_program);
}

/// The files with the laws and the scales that they may name.
Result<org::Municipality> read(const std::vector<codec::NamedText>& files) {
  VEER_TRY(const std::vector<org::Law> laws, list_laws());
  VEER_TRY(const org::Prices prices, load_prices());
  std::vector<std::string> scales;
  for (const org::SalaryScale& scale : prices.scales) scales.push_back(scale.id);
  return codec::read_scenario(files, laws, scales);
}

}  // namespace

Result<org::Municipality> load_demo_scenario() {
  VEER_TRY(const std::vector<codec::NamedText> files, embedded_example("010-voorbeeldstad"));
  return read(files);
}

Result<org::Shock> load_shock(const std::string& id_or_path) {
  VEER_TRY(const NamedText file, find_text("shocks", id_or_path));
  return codec::read_shock(file.text, file.name);
}

Result<org::Municipality> load_scenario(const fs::path& path) {
  std::error_code error;
  if (!fs::exists(path, error)) {
    VEER_TRY(const std::vector<codec::NamedText> example, embedded_example(path));
    if (!example.empty()) return read(example);
  }
  std::vector<fs::path> paths = {path};
  if (fs::is_directory(path, error)) {
    VEER_TRY(paths, yaml_files(path));
  }
  VEER_TRY(const std::vector<codec::NamedText> files, with_included(paths, from_disk));
  return read(files);
}

}  // namespace veer::app
