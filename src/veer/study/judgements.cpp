// SPDX-License-Identifier: EUPL-1.2
#include "veer/study/judgements.hpp"

#include <algorithm>
#include <cmath>

#include "veer/base/error.hpp"
#include "veer/stats/draws.hpp"

namespace veer::study {

std::uint64_t stable_hash(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;  // Exact: the offset basis of FNV-1a, 64 bits
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3ULL;  // Exact: the FNV prime, 64 bits
  }
  return hash;
}

double triangular_quantile(double low, double mode, double high, double u) {
  VEER_EXPECT(low <= mode && mode <= high);
  if (!(low < high)) return mode;
  const double below = (mode - low) / (high - low);
  if (u < below) return low + std::sqrt(u * (high - low) * (mode - low));
  return high - std::sqrt((1 - u) * (high - low) * (high - mode));
}

std::vector<org::Input> distinct(std::vector<org::Input> inputs) {
  const auto unused = [](const org::Input& input) { return !input.is_used(); };
  inputs.erase(std::remove_if(inputs.begin(), inputs.end(), unused), inputs.end());
  std::stable_sort(inputs.begin(), inputs.end(),
                   [](const org::Input& a, const org::Input& b) { return a.name < b.name; });
  const auto same_name = [](const org::Input& a, const org::Input& b) { return a.name == b.name; };
  inputs.erase(std::unique(inputs.begin(), inputs.end(), same_name), inputs.end());
  return inputs;
}

org::DrawnInputs draw_inputs(const std::vector<org::Input>& inputs, std::uint64_t seed,
                             std::uint32_t draw) {
  const Draws draws(seed, draw);
  org::DrawnInputs drawn;
  for (const org::Input& input : inputs) {
    const std::uint64_t address = stable_hash(org::draw_address(input));
    const double u = draws.uniform(Purpose::judgement, static_cast<std::uint32_t>(address),
                                   static_cast<std::uint32_t>(address >> 32U));
    drawn.set(input.name, triangular_quantile(input.low, input.value, input.high, u));
  }
  return drawn;
}

InputCount count(const std::vector<org::Input>& distinct_inputs) {
  InputCount counted;
  for (const org::Input& input : distinct_inputs) {
    if (input.is_judgement()) {
      ++counted.judgements;
    } else {
      ++counted.sourced;
    }
  }
  return counted;
}

}  // namespace veer::study
