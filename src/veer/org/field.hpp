// SPDX-License-Identifier: EUPL-1.2
// The field of municipalities: organisation models through time and figures of municipalities by
// size class and year, each figure an Input with its source or, as a judgement, its range.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "veer/org/input.hpp"

namespace veer::org {

/// One published figure.
struct FieldFigure {
  std::string year;    ///< What it is about: "2013", "1997-1999", "2023 I".
  std::string group;   ///< Id of a group of municipalities; empty: all.
  Input figure;        ///< In the unit of where it stands.

  friend bool operator==(const FieldFigure&, const FieldFigure&) = default;
};

/// An organisation model in the years in which it was the one to choose.
struct FieldModel {
  std::string id;
  Text name;
  Text summary;
  Input from;                            ///< Year.
  Input to;                              ///< Year; not used: it has not ended.
  std::vector<FieldFigure> prevalence;   ///< Per cent of all municipalities.
  std::vector<FieldFigure> counts;       ///< Municipalities.

  friend bool operator==(const FieldModel&, const FieldModel&) = default;
};

struct FieldGroup {
  enum class Kind : std::uint8_t {
    other,   ///< Neither of the others, or its bounds are not known.
    all,     ///< All municipalities.
    size,    ///< Those of from .. below - 1 inhabitants.
    single   ///< One municipality.
  };
  std::string id;
  Text name;
  Kind kind = Kind::other;
  int from = 0;
  int below = 0;

  friend bool operator==(const FieldGroup&, const FieldGroup&) = default;
};

/// Figures of one kind.
struct FieldTable {
  std::string id;
  Text title;
  Text unit;
  Text definition;
  std::vector<FieldFigure> rows;

  friend bool operator==(const FieldTable&, const FieldTable&) = default;
};

struct Field {
  std::map<std::string, Source> sources;
  std::vector<FieldModel> models;
  std::vector<FieldGroup> groups;  ///< In the order in which tables show them.
  std::vector<FieldTable> tables;

  /// Every figure, periods included.
  [[nodiscard]] std::vector<Input> inputs() const;

  friend bool operator==(const Field&, const Field&) = default;
};

}  // namespace veer::org
