// SPDX-License-Identifier: EUPL-1.2
#include "veer/stats/draws.hpp"

#include <cmath>

namespace veer {

double Draws::exponential_outside(std::uint64_t bits, const Address& address,
                                  std::uint32_t half) const {
  // Each round has bits of its own, apart for the two values of one address.
  for (std::uint32_t round = 1;; ++round) {
    const std::array<std::uint64_t, 2> more = halves(address, 2 * round + half);
    const double u = (static_cast<double>(more[0] >> 12U) + 0.5) * 0x1.0p-52;
    // Beyond the edge the distribution begins anew.
    if (ExponentialZiggurat::is_base(bits)) return ExponentialZiggurat::edge - std::log(u);
    const double value = exponential_ziggurat.try_bits(bits).value;
    if (exponential_ziggurat.is_under_curve(bits, value, u)) return value;
    bits = more[1];
    const ExponentialZiggurat::Try next = exponential_ziggurat.try_bits(bits);
    if (next.inside) return next.value;
  }
}

}  // namespace veer
