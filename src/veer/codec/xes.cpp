// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/xes.hpp"

#include <expat.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <new>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "veer/codec/problem_list.hpp"
#include "veer/eventlog/column_names.hpp"
#include "veer/eventlog/lifecycle.hpp"
#include "veer/eventlog/log_builder.hpp"

namespace veer::codec {
namespace {

using eventlog::Value;

constexpr std::size_t largest_text = 1 << 20;
constexpr int deepest = 64;
constexpr std::size_t piece = 1 << 16;

enum class Kind : std::uint8_t {
  text,
  date,
  whole,
  real,
  truth,
  list
};

std::optional<Kind> kind_of(std::string_view element) {
  if (element == "string" || element == "id") return Kind::text;
  if (element == "date") return Kind::date;
  if (element == "int") return Kind::whole;
  if (element == "float") return Kind::real;
  if (element == "boolean") return Kind::truth;
  if (element == "list" || element == "container") return Kind::list;
  return std::nullopt;
}

std::string_view expected_of(Kind kind) {
  switch (kind) {
    case Kind::date: return "a date such as 2026-11-23T09:30:00+01:00";
    case Kind::whole: return "a whole number";
    case Kind::real: return "a number such as 12.5";
    case Kind::truth: return "true or false";
    case Kind::text:
    case Kind::list: break;
  }
  return "a text";
}

template <class Number>
std::optional<Number> parse_number(std::string_view text) {
  Number number{};
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failure != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// The typed value; monostate when absent; nothing when the text is not of its kind.
std::optional<Value> parse_value(Kind kind, std::string_view text, TimeZone zone) {
  if (is_absent(text)) return Value();
  switch (kind) {
    case Kind::text: return Value(std::string(text));
    case Kind::date: {
      const auto moment = parse_iso_instant(text, zone);
      return moment ? std::optional<Value>(*moment) : std::nullopt;
    }
    case Kind::whole: {
      const auto number = parse_number<std::int64_t>(text);
      return number ? std::optional<Value>(*number) : std::nullopt;
    }
    case Kind::real: {
      const auto number = parse_number<double>(text);
      if (!number) return std::nullopt;
      return std::isfinite(*number) ? Value(*number) : Value();
    }
    case Kind::truth:
      if (text == "true" || text == "1") return Value(true);
      if (text == "false" || text == "0") return Value(false);
      return std::nullopt;
    case Kind::list: return Value();
  }
  return Value();
}

/// The event being read; its texts are kept between events so that they need no new memory.
struct OpenEvent {
  std::string activity;
  std::string person;
  std::string group;
  std::string transition;
  std::optional<Instant> start;
  std::optional<Instant> end;
  std::vector<std::pair<std::string, Value>> values;

  void clear() {
    activity.clear();
    person.clear();
    group.clear();
    transition.clear();
    start.reset();
    end.reset();
    values.clear();
  }
};

}  // namespace

struct XesReader::State {
  explicit State(XesOptions chosen)
      : options(std::move(chosen)), parser(XML_ParserCreate(nullptr)) {
    if (parser == nullptr) throw std::bad_alloc();
    XML_SetUserData(parser, this);
    XML_SetElementHandler(parser, on_start, on_end);
    XML_SetStartDoctypeDeclHandler(parser, on_doctype);
  }
  ~State() { XML_ParserFree(parser); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  static void XMLCALL on_start(void* self, const XML_Char* name, const XML_Char** attributes);
  static void XMLCALL on_end(void* self, const XML_Char* name);
  static void XMLCALL on_doctype(void* self, const XML_Char*, const XML_Char*, const XML_Char*,
                                 int);

  void open(std::string_view name, const XML_Char** attributes);
  void open_attribute(Kind kind, std::string_view key, std::string_view text);
  void keep_trace_value(std::string_view key, Value value);
  void keep_event_value(std::string_view key, Value value, std::string_view text);
  void close_event();
  void close_trace();
  void set_case_types(eventlog::EventLog& log) const;

  [[nodiscard]] std::string here() const {
    return options.file + ":" + std::to_string(XML_GetCurrentLineNumber(parser));
  }
  void refuse(std::string found, std::string expected, std::string hint) {
    if (refusal) return;
    refusal =
        Error{ErrorCode::syntax, here(), std::move(found), std::move(expected), std::move(hint)};
    XML_StopParser(parser, XML_FALSE);
  }
  Result<Done> parse(std::string_view bytes, bool last);
  [[nodiscard]] Error xml_error() const;

  XesOptions options;
  XML_Parser parser;
  eventlog::LogBuilder builder;
  ProblemList problems;
  std::optional<Error> refusal;
  bool failed = false;
  std::size_t fed = 0;

  int depth = 0;                                   // open elements
  int trace_depth = 0;                             // 0: outside a trace
  int event_depth = 0;                             // 0: outside an event
  std::vector<std::pair<int, std::string>> outer;  // open attributes: depth and full key
  int ignored_depth = 0;                           // 0: nothing is being ignored
  std::size_t traces = 0;

  std::string trace_name;
  std::vector<std::pair<std::string, Value>> trace_values;
  OpenEvent event;
  std::vector<OpenEvent> waiting;  // of this trace: its name may stand after them
  RecordsRead read;
};

void XMLCALL XesReader::State::on_start(void* self, const XML_Char* name,
                                        const XML_Char** attributes) {
  static_cast<State*>(self)->open(name, attributes);
}

void XMLCALL XesReader::State::on_doctype(void* self, const XML_Char*, const XML_Char*,
                                          const XML_Char*, int) {
  static_cast<State*>(self)->refuse(
      "a document type (<!DOCTYPE ...>)", "an event log without one",
      "Document types and the entities they define are refused, because they can be used to harm; "
      "export the log again as plain XES.");
}

void XMLCALL XesReader::State::on_end(void* self, const XML_Char*) {
  State& s = *static_cast<State*>(self);
  if (s.ignored_depth == s.depth) s.ignored_depth = 0;
  if (!s.outer.empty() && s.outer.back().first == s.depth) s.outer.pop_back();
  if (s.event_depth == s.depth) s.close_event();
  if (s.trace_depth == s.depth) s.close_trace();
  --s.depth;
}

void XesReader::State::open(std::string_view name, const XML_Char** attributes) {
  ++depth;
  if (refusal) return;
  if (depth > deepest) {
    return refuse("elements nested deeper than " + std::to_string(deepest), "an event log",
                  "This is not an event log; export it again.");
  }
  // A prefix (<xes:log>) belongs to the namespace, not to the name.
  if (const auto colon = name.find(':'); colon != std::string_view::npos)
    name = name.substr(colon + 1);
  if (depth == 1) {
    if (name != "log") {
      refuse("<" + std::string(name.substr(0, 40)) + ">",
             "<log>, the beginning of an XES event log",
             "This XML is not XES; export the records as XES or CSV.");
    }
    return;
  }
  if (ignored_depth != 0) return;
  if (name == "trace" && trace_depth == 0) {
    trace_depth = depth;
    ++traces;
    return;
  }
  if (name == "event" && trace_depth != 0 && event_depth == 0) {
    event_depth = depth;
    event.clear();
    return;
  }
  if (trace_depth == 0) {
    ignored_depth = depth;  // extensions, globals, classifiers, log attributes
    return;
  }
  const auto kind = kind_of(name);
  if (!kind) return;  // <values> of a list, or an element of somebody's own: look inside
  std::string_view key;
  std::string_view text;
  for (; attributes[0] != nullptr; attributes += 2) {
    const std::string_view attribute = attributes[0];
    if (attribute == "key") key = attributes[1];
    if (attribute == "value") text = attributes[1];
  }
  open_attribute(*kind, key, text);
}

void XesReader::State::open_attribute(Kind kind, std::string_view key, std::string_view text) {
  if (text.size() > largest_text || key.size() > largest_text) {
    return refuse("a value of " + std::to_string(std::max(text.size(), key.size())) + " bytes",
                  "values up to " + std::to_string(largest_text) + " bytes",
                  "Leave documents out of the export.");
  }
  auto value = parse_value(kind, text, options.time_zone);
  if (!value) {
    problems.add({ErrorCode::invalid, here(),
                  std::string(key) + " = " + std::string(text.substr(0, 60)),
                  std::string(expected_of(kind)), "Correct the value or leave it out."});
    value = Value();
  }
  const bool nested = !outer.empty();
  std::string full = nested ? outer.back().second + "/" + std::string(key) : std::string(key);
  if (nested) {
    auto& values = event_depth != 0 ? event.values : trace_values;
    if (!std::holds_alternative<std::monostate>(*value))
      values.emplace_back(full, *std::move(value));
  } else if (event_depth != 0) {
    keep_event_value(key, *std::move(value), text);
  } else {
    keep_trace_value(key, *std::move(value));
  }
  outer.emplace_back(depth, std::move(full));
}

void XesReader::State::keep_trace_value(std::string_view key, Value value) {
  if (std::holds_alternative<std::monostate>(value)) return;
  if (key == "concept:name") {
    if (const auto* text = std::get_if<std::string>(&value)) trace_name = *text;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) trace_name = std::to_string(*whole);
    return;
  }
  trace_values.emplace_back(key, std::move(value));
}

void XesReader::State::keep_event_value(std::string_view key, Value value, std::string_view text) {
  if (std::holds_alternative<std::monostate>(value)) return;
  const auto* moment = std::get_if<Instant>(&value);
  if (key == "concept:name") {
    event.activity = text;
  } else if (key == "org:resource") {
    event.person = text;
  } else if (key == "org:group") {
    event.group = text;
  } else if (key == "lifecycle:transition") {
    event.transition = text;
  } else if (key == "time:timestamp" && moment != nullptr) {
    event.end = *moment;
  } else if (key == "start_timestamp" && moment != nullptr) {
    event.start = *moment;
  } else {
    event.values.emplace_back(key, std::move(value));
  }
}

void XesReader::State::close_event() {
  event_depth = 0;
  if (event.activity.empty()) {
    ++read.events_without_activity;
    return;
  }
  if (!event.end) {
    ++read.events_without_moment;
    return;
  }
  waiting.push_back(std::exchange(event, {}));
}

void XesReader::State::close_trace() {
  const std::string name = trace_name.empty() ? "#" + std::to_string(traces) : trace_name;
  const eventlog::CaseId case_id = builder.case_of(name);
  for (auto& [key, value] : trace_values) builder.set_case_value(case_id, key, std::move(value));
  for (OpenEvent& e : waiting) {
    builder.add_event({case_id, builder.activity(e.activity), builder.person(e.person),
                       builder.group(e.group), eventlog::transition_from(e.transition), e.start,
                       *e.end});
    for (auto& [key, value] : e.values) builder.set_event_value(key, std::move(value));
  }
  trace_depth = 0;
  trace_name.clear();
  trace_values.clear();
  waiting.clear();
}

/// Fills Case::case_type from the attribute that names it, when it tells cases apart.
void XesReader::State::set_case_types(eventlog::EventLog& log) const {
  for (const eventlog::Attribute& attribute : log.attributes) {
    const std::string plain = eventlog::plain_column_name(attribute.name);
    if (plain != "casetype" && plain != "zaaktype" && plain != "casecasetype") continue;
    std::set<std::string> types;
    for (const Value& value : attribute.values) {
      if (const auto* text = std::get_if<std::string>(&value)) types.insert(*text);
    }
    if (types.size() < 2) continue;
    for (const auto id : ids(log.cases)) {
      if (const auto* text = std::get_if<std::string>(&attribute.values[id])) {
        log.cases[id].case_type = *text;
      }
    }
    return;
  }
}

Error XesReader::State::xml_error() const {
  const XML_Error code = XML_GetErrorCode(parser);
  const std::string what = XML_ErrorString(code);
  if (code == XML_ERROR_NO_ELEMENTS || fed == 0) {
    return {ErrorCode::syntax, options.file, fed == 0 ? "an empty file" : "a file without XML",
            "an XES event log", "Check that this is the right file."};
  }
  if (code == XML_ERROR_UNDEFINED_ENTITY) {
    return {ErrorCode::syntax, here(), "a reference to an entity that nothing defines",
            "plain text, or one of &lt; &gt; &amp; &quot; &apos;",
            "The export wrote broken XML; export it again, or write & as &amp;."};
  }
  if (depth == 0) {
    return {ErrorCode::syntax, here(), "text that is not XML (" + what + ")",
            "an XES event log, which begins with <?xml or <log",
            "Check that this is the right file; a spreadsheet is read when saved as .csv."};
  }
  return {ErrorCode::syntax, here(), "broken XML (" + what + ")", "well-formed XES",
          "The file may be cut off or damaged; export it again."};
}

Result<Done> XesReader::State::parse(std::string_view bytes, bool last) {
  if (failed) return Done{};  // finish() repeats the reason
  fed += bytes.size();
  const XML_Status status =
      XML_Parse(parser, bytes.data(), static_cast<int>(bytes.size()), last ? XML_TRUE : XML_FALSE);
  if (status != XML_STATUS_OK && !refusal) refusal = xml_error();
  // Expat keeps an unfinished tag in memory until it ends: a text without end would fill it.
  const auto read_to = XML_GetCurrentByteIndex(parser);
  if (!refusal && !last && read_to >= 0 &&
      fed > static_cast<std::size_t>(read_to) + largest_text + 2 * piece) {
    refuse("a value or tag of more than " + std::to_string(largest_text) + " bytes",
           "values up to " + std::to_string(largest_text) + " bytes",
           "Leave documents out of the export.");
  }
  if (!refusal) return Done{};
  failed = true;
  return fail(*refusal);
}

XesReader::XesReader(XesOptions options) : state_(std::make_unique<State>(std::move(options))) {}
XesReader::~XesReader() = default;
XesReader::XesReader(XesReader&&) noexcept = default;
XesReader& XesReader::operator=(XesReader&&) noexcept = default;

Result<Done> XesReader::feed(std::string_view bytes) {
  while (!bytes.empty()) {
    VEER_CHECK(state_->parse(bytes.substr(0, piece), false));
    if (state_->failed) return fail(*state_->refusal);
    bytes.remove_prefix(std::min(piece, bytes.size()));
  }
  return Done{};
}

Result<RecordsRead> XesReader::finish() {
  State& s = *state_;
  if (!s.failed) VEER_CHECK(s.parse({}, true));
  if (s.failed) return fail(*s.refusal);
  if (!s.problems.empty()) return fail(s.problems.take(s.options.file));
  s.read.records.log = s.builder.build();
  s.set_case_types(s.read.records.log);
  return std::move(s.read);
}

}  // namespace veer::codec
