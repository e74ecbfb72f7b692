// SPDX-License-Identifier: EUPL-1.2
// Keyed hashes of names: the same name under the same key gives the same short word; without the
// key nobody can go back, nor try a list of names.
//
// Source: BLAKE2b in keyed mode (RFC 7693), by libsodium. Ten characters of 32 kinds are 50 bits:
// among 10,000 people the chance that any two meet is 4e-8 (10^8 / 2 / 2^50).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "veer/eventlog/privacy.hpp"

namespace veer::codec {

using PseudonymKey = std::array<std::uint8_t, 32>;

/// The hash under this key: ten capitals and digits (Crockford's alphabet: no I, L, O, U).
/// O(length).
[[nodiscard]] eventlog::KeyedHash keyed_hash(const PseudonymKey& key);

/// The key as 64 hexadecimal digits and a line end, and back; nothing when the text is no key.
[[nodiscard]] std::string to_text(const PseudonymKey& key);
[[nodiscard]] std::optional<PseudonymKey> key_from_text(std::string_view text);

/// 128 bits of the plain BLAKE2b hash of a text, in hexadecimal: to know a file again.
class Fingerprint {
 public:
  Fingerprint();
  void add(std::string_view bytes);
  /// To be asked once, at the end.
  [[nodiscard]] std::string text();

 private:
  /// libsodium's state, kept as bytes so that its header stays out of this one.
  struct alignas(64) State {
    std::array<unsigned char, 384> bytes;
  };
  State state_;
};

}  // namespace veer::codec
