// SPDX-License-Identifier: EUPL-1.2
// How a number that answers depend on is written in every YAML file (org/input.hpp):
//
//   team_size:
//     value: 15
//     low: 10
//     high: 20
//     unit: people
//     definition: {nl: ..., en: ...}
//     source: monitor-2012            # a key of the file's `sources`; or, instead:
//     judgement: {nl: ..., en: ...}   # why this range
//
// and how sources and texts in two languages are written. Problems go to the YamlDocument.
#pragma once

#include <map>
#include <string>

#include "veer/base/time.hpp"
#include "veer/codec/yaml_reader.hpp"
#include "veer/org/input.hpp"

namespace veer::codec {

/// Both languages of `{nl: ..., en: ...}`; reports a missing one.
[[nodiscard]] org::Text read_text(const YamlNode& node);

/// A date, as 2024-02-29; the first day of 1970 when there is none, and then a report unless it
/// was left out.
[[nodiscard]] Day read_date(const YamlNode& node);

/// The map `sources`: id to {title, year, url (optional), setting}; title and setting in one text
/// or in both languages.
[[nodiscard]] std::map<std::string, org::Source> read_sources(const YamlNode& node);

/// What a number may be.
struct InputLimits {
  std::string_view unit;   ///< As the file must say it.
  double lowest = 0;       ///< Bounds of low and high.
  double highest = 1;
  bool whole = false;      ///< value, low and high are whole numbers.
};

/// Reads numbers of one file.
class InputReader {
 public:
  /// prefix: what the names of its inputs start with, before "/"; sources must outlive the reader.
  InputReader(std::string prefix, const std::map<std::string, org::Source>& sources)
      : prefix_(std::move(prefix)), sources_(&sources) {}

  /// The number at this place; its name is "prefix/path". When the node is not present: an input
  /// that is not used (no name), without a report. Reported: what is outside the limits, low <=
  /// value <= high not holding, another unit, a source that is not in the file, neither or both of
  /// source and judgement.
  [[nodiscard]] org::Input read(const YamlNode& node, const InputLimits& limits) const;

 private:
  void read_origin(const YamlNode& node, org::Input& input) const;

  std::string prefix_;
  const std::map<std::string, org::Source>* sources_;
};

}  // namespace veer::codec
