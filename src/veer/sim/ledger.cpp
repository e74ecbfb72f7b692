// SPDX-License-Identifier: EUPL-1.2
#include "veer/sim/ledger.hpp"

namespace veer::sim {

std::string_view name_of(Row row) {
  static constexpr std::array<std::string_view, row_count> names = {
      "work",    "rework",    "capacity",    "decision", "handover", "coordination",
      "applicant", "partner", "unexplained", "outside_office_hours"};
  return names[static_cast<std::size_t>(row)];
}

Duration Ledger::total() const {
  Duration sum{};
  for (const Duration row : rows) sum += row;
  return sum;
}

Ledger& Ledger::operator+=(const Ledger& other) {
  for (std::size_t i = 0; i < row_count; ++i) rows[i] += other.rows[i];
  return *this;
}

}  // namespace veer::sim
