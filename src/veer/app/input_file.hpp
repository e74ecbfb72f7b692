// SPDX-License-Identifier: EUPL-1.2
// Reads a file from disk piece by piece, unpacked when it is gzip, with progress.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "veer/base/executor.hpp"
#include "veer/base/result.hpp"

namespace veer::app {

/// Takes the unpacked bytes, in order; a failure stops the reading and is handed through.
using ByteSink = std::function<Result<Done>(std::string_view)>;

/// How far a reading of several files is, in bytes on disk.
struct ReadingProgress {
  Progress& progress;
  std::size_t done = 0;
  std::size_t total = 0;
};

/// What was read.
struct FileRead {
  std::uint64_t bytes = 0;  ///< Unpacked.
  std::string fingerprint;  ///< Of the unpacked bytes (codec::Fingerprint), so that a file and its
                            ///< packed copy are the same.
};

/// The size of a file on disk in bytes. Errors: not_found, unreadable (a folder, no rights).
[[nodiscard]] Result<std::uint64_t> size_on_disk(const std::filesystem::path& path);

/// Reads all of it. Errors: not_found, unreadable, syntax (damaged gzip), interrupted (Ctrl-C), and
/// those of the sink.
[[nodiscard]] Result<FileRead> read_file(const std::filesystem::path& path, const ByteSink& sink,
                                         ReadingProgress& reading);

/// Whole and unpacked, up to limit bytes. Errors: those of read_file, and unsupported beyond it.
[[nodiscard]] Result<std::string> read_text(const std::filesystem::path& path,
                                            ReadingProgress& reading, FileRead& read,
                                            std::uint64_t limit = std::uint64_t{256} << 20);

/// The problem that a file has more text than can be held.
[[nodiscard]] Error too_large(const std::filesystem::path& path, std::uint64_t limit);

}  // namespace veer::app
