// SPDX-License-Identifier: EUPL-1.2
// A described municipality held against what is known of municipalities (field/): where its totals
// differ from published figures of its size class, of all municipalities, or of single ones.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "veer/org/field.hpp"
#include "veer/org/mechanisms.hpp"
#include "veer/org/municipality.hpp"
#include "veer/study/present.hpp"

namespace veer::study {

enum class Verdict : std::uint8_t { agrees, higher, lower };

/// One figure of this municipality beside the published one.
struct KnownFigure {
  std::string table;       ///< Id of the field's table; empty: the elapsed time of a case type.
  org::Text name;
  org::Text unit;
  double own = 0;
  double low = 0;          ///< The published range; a single figure has no width.
  double high = 0;
  std::string year;        ///< "2018", "2018 - 2026"
  org::Text who;           ///< Of which municipalities.
  std::vector<std::string> sources;  ///< Keys of the sources of the field or the municipality.

  /// Within the published range, widened to a tenth around it.
  [[nodiscard]] Verdict verdict() const;
};

/// The rows of a table that say most of a municipality of this size: the newest of its size class
/// (the narrowest that was published and not five years older than that of all), else the newest of
/// all municipalities, else those of single ones. Sick leave is the mean that is drawn from, costs
/// are those of people only.
[[nodiscard]] std::vector<KnownFigure> held_against(const org::Field& field,
                                                    const org::Municipality& municipality,
                                                    const Present& present,
                                                    const org::Mechanisms& mechanisms);

}  // namespace veer::study
