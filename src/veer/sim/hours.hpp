// SPDX-License-Identifier: EUPL-1.2
// What paid hours go to.
#pragma once

#include <vector>

#include "veer/base/quantity.hpp"

namespace veer::sim {

/// What paid hours went to, within the measured window.
struct HoursByKind {
  Effort cases;         ///< Work on cases, read-in and questions included.
  Effort rework;        ///< On cases, proposals and opgaven.
  Effort proposals;     ///< Work on proposals, read-in and questions included.
  Effort opgaven;       ///< Work on tasks, read-in and questions included.
  Effort decisions;     ///< Deciding, advising, assigning.
  Effort coordination;  ///< Answering messages between interdependent tasks.
  Effort meetings;
  Effort leading;
  std::vector<Effort> continuing;  ///< By kind of continuing work of the work value.
  Effort other;         ///< Work outside the records, and of no named kind.
  Effort absent;        ///< Sick leave and holiday leave within the roster.
  Effort idle;
  Effort paid;          ///< All roster hours; the sum of the others, exactly.

  /// Of all kinds of continuing work together.
  [[nodiscard]] Effort all_continuing() const;
  /// Everything but idle and paid.
  [[nodiscard]] Effort accounted() const;
  HoursByKind& operator+=(const HoursByKind& more);
};

}  // namespace veer::sim
