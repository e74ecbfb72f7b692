// SPDX-License-Identifier: EUPL-1.2
// Reads event logs in XES (IEEE 1849-2016), piece by piece, in memory that does not grow with the
// file's text but only with the log.
//
// Kept: traces as cases, events, their attributes by type; attributes within attributes become
// "outer/inner". Known keys: concept:name, time:timestamp, lifecycle:transition, org:resource,
// org:group; start_timestamp (as pm4py writes it) is an event's start; a trace attribute that names
// the case type (case_type, zaaktype) also becomes Case::case_type when it differs between cases.
// The values "EMPTY", "UNKNOWN" and "NULL" are no value (the convention of the public logs).
// Globals, classifiers and log attributes are not data. Traces of one name are one case. Traces
// without a name are called "#1", "#2", ... by their position.
//
// Refused: document types (so entities of any kind), texts over 1 MiB, elements deeper than 64,
// anything whose root is not <log>. Source of the two limits: judgement, far above real logs.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "veer/base/result.hpp"
#include "veer/base/time.hpp"
#include "veer/codec/records_read.hpp"

namespace veer::codec {

struct XesOptions {
  std::string file = "XES";                    ///< The name for error messages.
  TimeZone time_zone = TimeZone::netherlands;  ///< How moments with an offset are read.
};

class XesReader {
 public:
  explicit XesReader(XesOptions options);
  ~XesReader();
  XesReader(XesReader&&) noexcept;
  XesReader& operator=(XesReader&&) noexcept;

  /// Reads the next bytes, cut anywhere. Errors: syntax, with file and line, when the text is not
  /// XML or not XES or hostile; nothing more can be fed then.
  Result<Done> feed(std::string_view bytes);
  /// The log. Errors: syntax when the text stops before its end; invalid, all of the file at once,
  /// for dates, numbers and truth values that are none.
  Result<RecordsRead> finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace veer::codec
