// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/input_file.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <system_error>
#include <vector>

#include "veer/codec/gzip.hpp"
#include "veer/codec/keyed_hash.hpp"

namespace veer::app {
namespace {

constexpr std::size_t piece = 1 << 18;

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Closer>;

Failure cannot_read(const std::string& name, int reason) {
  if (reason == ENOENT) {
    return fail(Error{ErrorCode::not_found, name, "no such file", "a file of that name",
                      "Check the name and the folder."});
  }
  if (reason == EISDIR) {
    return fail(Error{ErrorCode::unreadable, name, "a folder", "a file", "Name the file in it."});
  }
  return fail(Error{ErrorCode::unreadable, name,
                    "a file that cannot be read (" + std::generic_category().message(reason) + ")",
                    "a file that you may read", "Check the rights on the file."});
}

}  // namespace

Result<std::uint64_t> size_on_disk(const std::filesystem::path& path) {
  std::error_code failure;
  const auto status = std::filesystem::status(path, failure);
  if (!std::filesystem::exists(status)) {
    return cannot_read(path.string(), failure ? failure.value() : ENOENT);
  }
  if (std::filesystem::is_directory(status)) {
    return fail(Error{ErrorCode::unreadable, path.string(), "a folder", "a file",
                      "Name the files in it."});
  }
  if (!std::filesystem::is_regular_file(status)) return std::uint64_t{0};
  const auto size = std::filesystem::file_size(path, failure);
  if (failure) return cannot_read(path.string(), failure.value());
  return std::uint64_t{size};
}

Result<FileRead> read_file(const std::filesystem::path& path, const ByteSink& sink,
                           ReadingProgress& reading) {
  const std::string name = path.string();
  const File file(std::fopen(name.c_str(), "rb"));
  if (!file) return cannot_read(name, errno);
  FileRead read;
  codec::Fingerprint fingerprint;
  codec::GzipReader gzip(name);
  const ByteSink counted = [&](std::string_view bytes) {
    read.bytes += bytes.size();
    fingerprint.add(bytes);
    return sink(bytes);
  };
  std::vector<char> buffer(piece);
  bool packed = false;
  for (bool first = true;; first = false) {
    errno = 0;
    const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), file.get());
    if (std::ferror(file.get()) != 0) return cannot_read(name, errno);
    if (got == 0) break;
    const std::string_view bytes(buffer.data(), got);
    if (first) packed = codec::is_gzip(bytes);
    if (packed) {
      VEER_CHECK(gzip.feed(bytes, counted));
    } else {
      VEER_CHECK(counted(bytes));
    }
    reading.done += got;
    reading.progress.advance(reading.done, reading.total);
    if (reading.progress.stop_requested()) {
      return fail(Error{ErrorCode::interrupted, name, "stopped by you", "",
                        "Nothing was changed; run the same command again to start over."});
    }
  }
  if (packed) VEER_CHECK(gzip.finish());
  read.fingerprint = fingerprint.text();
  return read;
}

Error too_large(const std::filesystem::path& path, std::uint64_t limit) {
  return {ErrorCode::unsupported, path.string(),
          "more than " + std::to_string(limit >> 20) + " MiB of text", "a smaller file",
          "Split the export, for instance by year, and import the parts."};
}

Result<std::string> read_text(const std::filesystem::path& path, ReadingProgress& reading,
                              FileRead& read, std::uint64_t limit) {
  std::string text;
  const ByteSink sink = [&](std::string_view bytes) -> Result<Done> {
    if (text.size() + bytes.size() > limit) {
      return fail(too_large(path, limit));
    }
    text += bytes;
    return Done{};
  };
  VEER_TRY(read, read_file(path, sink, reading));
  return text;
}

}  // namespace veer::app
