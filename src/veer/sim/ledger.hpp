// SPDX-License-Identifier: EUPL-1.2
// Where a case's elapsed time went: every microsecond has one owner (DESIGN law 4).
//
// Order of precedence where causes coincide, first wins:
//   1. work, rework   somebody is working on the case, whenever that is;
//   2. outside office hours   the municipality is closed, whatever the case waits for;
//   3. the one thing the case waits for: a decision, a hand-over, the applicant, a partner, time
//      the records show and nothing here explains;
//   4. coordination   the person who has it in hand is in a meeting;
//   5. capacity   everything else: nobody competent is free, present or undivided.
// With parallel branches the ledger follows the branch that finished last.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "veer/base/time.hpp"

namespace veer::sim {

enum class Row : std::uint8_t {
  work, rework, capacity, decision, handover, coordination, applicant, partner, unexplained,
  outside_office_hours
};
inline constexpr std::size_t row_count = 10;

/// The row's stable name, as in JSON: "work", ..., "outside_office_hours".
[[nodiscard]] std::string_view name_of(Row row);

/// Elapsed time by row.
struct Ledger {
  std::array<Duration, row_count> rows{};

  Duration& operator[](Row row) { return rows[static_cast<std::size_t>(row)]; }
  Duration operator[](Row row) const { return rows[static_cast<std::size_t>(row)]; }
  [[nodiscard]] Duration total() const;
  Ledger& operator+=(const Ledger& other);
  friend bool operator==(const Ledger&, const Ledger&) = default;
};

}  // namespace veer::sim
