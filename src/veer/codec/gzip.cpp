// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/gzip.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>
#include <new>
#include <utility>

namespace veer::codec {
namespace {

constexpr std::size_t piece = 1 << 16;
constexpr int gzip_window = 15 + 16;  // Exact: zlib's largest window, gzip header expected

}  // namespace

struct GzipReader::State {
  explicit State(std::string name) : file(std::move(name)) {
    if (inflateInit2(&stream, gzip_window) != Z_OK) throw std::bad_alloc();
  }
  ~State() { inflateEnd(&stream); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  [[nodiscard]] Failure damaged() const {
    return fail(
        Error{ErrorCode::syntax, file,
              "gzip data damaged after " + std::to_string(stream.total_out) + " unpacked bytes",
              "an unbroken .gz file", "Download or export the file again."});
  }

  std::string file;
  z_stream stream{};
  bool member_ended = false;
  std::array<unsigned char, piece> out{};
};

bool is_gzip(std::string_view bytes) {
  return bytes.size() >= 2 && bytes[0] == '\x1f' && bytes[1] == '\x8b';
}

GzipReader::GzipReader(std::string file) : state_(std::make_unique<State>(std::move(file))) {}
GzipReader::~GzipReader() = default;
GzipReader::GzipReader(GzipReader&&) noexcept = default;
GzipReader& GzipReader::operator=(GzipReader&&) noexcept = default;

Result<Done> GzipReader::feed(std::string_view packed, const Sink& sink) {
  State& s = *state_;
  while (!packed.empty()) {
    if (s.member_ended) {
      // Zero padding after the last member is common on tapes and harmless.
      if (packed.front() == '\0') {
        packed.remove_prefix(1);
        continue;
      }
      if (inflateReset(&s.stream) != Z_OK) return s.damaged();
      s.member_ended = false;
    }
    // zlib's interface is not const-correct; it does not write to its input.
    const std::string_view now = packed.substr(0, std::numeric_limits<uInt>::max());
    std::string_view::const_pointer data = now.data();
    s.stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(data));
    s.stream.avail_in = static_cast<uInt>(now.size());
    do {
      s.stream.next_out = s.out.data();
      s.stream.avail_out = static_cast<uInt>(s.out.size());
      const int status = inflate(&s.stream, Z_NO_FLUSH);
      if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR) return s.damaged();
      const std::size_t made = s.out.size() - s.stream.avail_out;
      if (made > 0) {
        VEER_CHECK(sink({reinterpret_cast<const char*>(s.out.data()), made}));
      }
      s.member_ended = status == Z_STREAM_END;
    } while (!s.member_ended && s.stream.avail_out == 0);
    packed.remove_prefix(now.size() - s.stream.avail_in);
  }
  return Done{};
}

Result<Done> GzipReader::finish() const {
  if (state_->member_ended) return Done{};
  return fail(Error{ErrorCode::unreadable, state_->file,
                    "gzip data that stops in the middle, after " +
                        std::to_string(state_->stream.total_out) + " unpacked bytes",
                    "a complete .gz file", "The file is cut off: download or export it again."});
}

}  // namespace veer::codec
