// SPDX-License-Identifier: EUPL-1.2
#include "veer/stats/draws.hpp"

#include <Random123/philox.h>

namespace veer {

std::uint64_t Draws::bits(Purpose purpose, std::uint32_t subject, std::uint32_t step,
                          std::uint32_t index) const {
  const r123::Philox4x32::ctr_type address = {
      {subject, step, (static_cast<std::uint32_t>(purpose) << 24U) | index, replication_}};
  const r123::Philox4x32::key_type key = {
      {static_cast<std::uint32_t>(seed_), static_cast<std::uint32_t>(seed_ >> 32U)}};
  const auto block = r123::Philox4x32{}(address, key);
  return (std::uint64_t{block[1]} << 32U) | block[0];
}

double Draws::uniform(Purpose purpose, std::uint32_t subject, std::uint32_t step,
                      std::uint32_t index) const {
  // The 52 high bits and a half step: never 0, never 1, and exact, as one minus it is.
  return (static_cast<double>(bits(purpose, subject, step, index) >> 12U) + 0.5) * 0x1.0p-52;
}

}  // namespace veer
