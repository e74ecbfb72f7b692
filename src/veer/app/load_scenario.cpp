// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/load_scenario.hpp"

#include <algorithm>
#include <cstdint>
#include <system_error>
#include <vector>

#include "veer/app/input_file.hpp"
#include "veer/codec/scenario_reader.hpp"

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

}  // namespace

Result<org::Municipality> load_scenario(const fs::path& path) {
  std::error_code error;
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
  return codec::read_scenario(files);
}

}  // namespace veer::app
