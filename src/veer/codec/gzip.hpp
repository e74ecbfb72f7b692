// SPDX-License-Identifier: EUPL-1.2
// Unpacks gzip (RFC 1952) piece by piece: bytes in, bytes out, no files.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "veer/base/result.hpp"

namespace veer::codec {

/// Whether the bytes begin like gzip (1f 8b).
[[nodiscard]] bool is_gzip(std::string_view bytes);

class GzipReader {
 public:
  /// Takes unpacked bytes; a failure stops the reading and is handed through.
  using Sink = std::function<Result<Done>(std::string_view)>;

  /// file: the name for error messages.
  explicit GzipReader(std::string file);
  ~GzipReader();
  GzipReader(GzipReader&&) noexcept;
  GzipReader& operator=(GzipReader&&) noexcept;

  /// Unpacks the next bytes, in pieces of any size, and hands them on in pieces of at most 64 KiB.
  /// Several gzip members in a row are one text. Errors: syntax when the bytes are damaged.
  Result<Done> feed(std::string_view packed, const Sink& sink);
  /// Error unreadable when the bytes stop before their end (a download cut off).
  [[nodiscard]] Result<Done> finish() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace veer::codec
