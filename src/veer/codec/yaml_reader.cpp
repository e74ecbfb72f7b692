// SPDX-License-Identifier: EUPL-1.2
#include "veer/codec/yaml_reader.hpp"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <sstream>
#include <system_error>

namespace veer::codec {

struct YamlTree {
  enum class Kind : std::uint8_t { nothing, text, list, map };
  Kind kind = Kind::nothing;
  int line = 1;
  std::string text;
  std::vector<std::string> keys;    // of a map, as many as items
  std::vector<YamlTree> items;
};

namespace {

// Judgement: far above any file a person writes, far below what hurts.
constexpr std::size_t most_bytes = 4'000'000;
constexpr std::size_t most_values = 200'000;
constexpr std::size_t deepest = 32;

/// Carries a refusal out of the parser's callbacks; never leaves this file.
struct Refused {
  int line;
  Error error;
};

/// Builds the tree from the parser's events, so that an alias is seen and never expanded.
class Builder final : public YAML::EventHandler {
 public:
  YamlTree take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
    add(mark, YamlTree::Kind::nothing);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    throw Refused{mark.line + 1,
                  {ErrorCode::invalid, "", "an alias (*name)", "the value itself",
                   "Write the value out; aliases are not read."}};
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                const std::string& value) override {
    const bool plain = tag == "?";
    const bool empty = plain && (value.empty() || value == "~" || value == "null");
    if (expects_key()) {
      take_key(mark, value);
      return;
    }
    add(mark, empty ? YamlTree::Kind::nothing : YamlTree::Kind::text).text = value;
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    open(mark, YamlTree::Kind::list);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    open(mark, YamlTree::Kind::map);
  }
  void OnMapEnd() override { close(); }

 private:
  /// In a map, keys and values take turns.
  [[nodiscard]] bool expects_key() const {
    return !open_.empty() && open_.back()->kind == YamlTree::Kind::map &&
           open_.back()->keys.size() == open_.back()->items.size();
  }

  void take_key(const YAML::Mark& mark, const std::string& key) {
    auto& keys = open_.back()->keys;
    if (std::find(keys.begin(), keys.end(), key) != keys.end()) {
      throw Refused{mark.line + 1,
                    {ErrorCode::invalid, "", fmt::format("'{}' a second time", key),
                     "each key once", "Remove one of the two."}};
    }
    keys.push_back(key);
  }

  YamlTree& add(const YAML::Mark& mark, YamlTree::Kind kind) {
    const int line = mark.line + 1;
    if (++values_ > most_values) {
      throw Refused{line,
                    {ErrorCode::invalid, "", fmt::format("more than {} values", most_values),
                     "a smaller file", "Split the file."}};
    }
    if (expects_key()) {
      throw Refused{line,
                    {ErrorCode::invalid, "", "a list or map as key", "a word as key",
                     "Write `key: value`."}};
    }
    YamlTree node;
    node.kind = kind;
    node.line = line;
    if (open_.empty()) {
      root_ = std::move(node);
      return root_;
    }
    open_.back()->items.push_back(std::move(node));
    return open_.back()->items.back();
  }

  void open(const YAML::Mark& mark, YamlTree::Kind kind) {
    if (open_.size() >= deepest) {
      throw Refused{mark.line + 1,
                    {ErrorCode::invalid, "", fmt::format("nesting deeper than {}", deepest),
                     "a flatter file", "No file that Veer reads nests this deep."}};
    }
    // Items of an open list or map do not move: only the innermost one grows.
    open_.push_back(&add(mark, kind));
  }
  void close() { open_.pop_back(); }

  YamlTree root_;
  std::vector<YamlTree*> open_;
  std::size_t values_ = 0;
};

Error refusal(const std::string& name, const Refused& refused) {
  Error error = refused.error;
  error.where = fmt::format("{}:{}", name, refused.line);
  return error;
}

std::size_t edits(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::string did_you_mean(std::string_view text, std::span<const std::string_view> words) {
  const auto near = nearest(text, words);
  return near ? fmt::format("Did you mean '{}'?", *near) : std::string();
}

}  // namespace

std::optional<double> read_number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) {
    return std::nullopt;
  }
  return value;
}

std::optional<std::string> nearest(std::string_view text,
                                   std::span<const std::string_view> words) {
  constexpr std::size_t longest = 64;
  if (text.size() > longest) return std::nullopt;
  std::optional<std::string> best;
  std::size_t least = std::max<std::size_t>(2, text.size() / 3) + 1;
  for (const std::string_view word : words) {
    const std::size_t distance = edits(text, word);
    if (distance < least) {
      least = distance;
      best = std::string(word);
    }
  }
  return best;
}

std::string listed(std::span<const std::string_view> words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " or " : ", ";
    text += words[i];
  }
  return text;
}

Result<std::unique_ptr<YamlDocument>> YamlDocument::parse(std::string_view text,
                                                          std::string name) {
  if (text.size() > most_bytes) {
    return fail(Error{ErrorCode::invalid, name, fmt::format("{} bytes", text.size()),
                      fmt::format("at most {}", most_bytes), "Split the file."});
  }
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    Builder builder;
    if (!parser.HandleNextDocument(builder)) {
      return fail(Error{ErrorCode::syntax, name, "an empty file", "YAML",
                        "Start from a file in examples/; a map starts from veer map -o."});
    }
    auto tree = std::make_unique<YamlTree>(builder.take());
    Builder second;
    if (parser.HandleNextDocument(second)) {
      return fail(Error{ErrorCode::unsupported, name, "a second document (---)", "one document",
                        "Make a file of each."});
    }
    return std::make_unique<YamlDocument>(std::move(name), std::move(tree));
  } catch (const Refused& refused) {
    return fail(refusal(name, refused));
  } catch (const YAML::Exception& error) {
    return fail(Error{ErrorCode::syntax, fmt::format("{}:{}", name, error.mark.line + 1), error.msg,
                      "YAML", "Check indentation, quotes and colons on and above this line."});
  }
}

YamlDocument::YamlDocument(std::string name, std::unique_ptr<YamlTree> tree)
    : name_(std::move(name)), tree_(std::move(tree)) {}
YamlDocument::~YamlDocument() = default;

YamlNode YamlDocument::root() { return {*this, tree_.get(), tree_->line, ""}; }

Problems YamlDocument::problems() const {
  auto in_order = reported_;
  std::stable_sort(in_order.begin(), in_order.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  Problems problems;
  for (auto& [line, error] : in_order) problems.push_back(std::move(error));
  return problems;
}

void YamlDocument::report(int line, const std::string& path, Error error) {
  error.where = path.empty() ? fmt::format("{}:{}", name_, line)
                             : fmt::format("{}:{}: {}", name_, line, path);
  reported_.emplace_back(line, std::move(error));
}

bool YamlNode::is_present() const {
  return tree_ != nullptr && tree_->kind != YamlTree::Kind::nothing;
}
bool YamlNode::is_map() const { return is_present() && tree_->kind == YamlTree::Kind::map; }
bool YamlNode::is_list() const { return is_present() && tree_->kind == YamlTree::Kind::list; }
bool YamlNode::is_text() const { return is_present() && tree_->kind == YamlTree::Kind::text; }

std::string YamlNode::shown() const {
  if (!is_present()) return "nothing";
  if (is_map()) return "a map";
  if (is_list()) return "a list";
  constexpr std::size_t longest = 60;
  return tree_->text.size() > longest ? tree_->text.substr(0, longest) + "..." : tree_->text;
}

void YamlNode::report(std::string found, std::string expected, std::string hint,
                      ErrorCode code) const {
  document_->report(line_, path_,
                    {code, "", std::move(found), std::move(expected), std::move(hint)});
}

void YamlNode::only(std::initializer_list<std::string_view> keys) const {
  const std::span<const std::string_view> known(keys.begin(), keys.size());
  for (const auto& [key, value] : members()) {
    if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
    value.report(fmt::format("the unknown key '{}'", key), listed(known), did_you_mean(key, known));
  }
}

YamlNode YamlNode::find(std::string_view key) const {
  const std::string path = path_.empty() ? std::string(key) : fmt::format("{}.{}", path_, key);
  if (is_map()) {
    const auto at = std::find(tree_->keys.begin(), tree_->keys.end(), key);
    if (at != tree_->keys.end()) {
      const YamlTree& value = tree_->items[static_cast<std::size_t>(at - tree_->keys.begin())];
      return {*document_, &value, value.line, path};
    }
  }
  return {*document_, nullptr, line_, path};
}

YamlNode YamlNode::at(std::string_view key) const {
  YamlNode value = find(key);
  if (is_map() && !value.is_present()) {
    value.report("nothing", fmt::format("the key '{}'", key), "It may not be left out.");
  }
  return value;
}

std::vector<std::pair<std::string, YamlNode>> YamlNode::members() const {
  std::vector<std::pair<std::string, YamlNode>> result;
  if (!is_present()) return result;
  if (!is_map()) {
    report(shown(), "a map (key: value)");
    return result;
  }
  for (const std::string& key : tree_->keys) result.emplace_back(key, find(key));
  return result;
}

std::vector<YamlNode> YamlNode::items() const {
  std::vector<YamlNode> result;
  if (!is_present()) return result;
  if (!is_list()) {
    report(shown(), "a list");
    return result;
  }
  for (std::size_t i = 0; i < tree_->items.size(); ++i) {
    const YamlTree& item = tree_->items[i];
    result.emplace_back(*document_, &item, item.line, fmt::format("{}[{}]", path_, i));
  }
  return result;
}

const std::string* YamlNode::scalar(std::string_view expected) const {
  if (!is_present()) return nullptr;
  if (is_text()) return &tree_->text;
  report(shown(), std::string(expected));
  return nullptr;
}

std::string YamlNode::text() const {
  const std::string* value = scalar("text");
  if (value == nullptr) return "";
  if (trimmed(*value).empty()) report("an empty text", "text");
  return *value;
}

double YamlNode::number(double low, double high) const {
  const std::string expected = fmt::format("a number from {} to {}", low, high);
  const std::string* value = scalar(expected);
  if (value == nullptr) return low;
  const auto number = read_number(*value);
  if (number && *number >= low && *number <= high) return *number;
  report(shown(), expected);
  return low;
}

std::int64_t YamlNode::whole(std::int64_t low, std::int64_t high) const {
  const std::string expected = fmt::format("a whole number from {} to {}", low, high);
  const std::string* value = scalar(expected);
  if (value == nullptr) return low;
  const auto number = read_number(*value);
  if (number && *number == std::floor(*number) && *number >= static_cast<double>(low) &&
      *number <= static_cast<double>(high)) {
    return static_cast<std::int64_t>(*number);
  }
  report(shown(), expected);
  return low;
}

bool YamlNode::flag() const {
  const std::string* value = scalar("true or false");
  if (value == nullptr) return false;
  if (*value != "true" && *value != "false") report(shown(), "true or false");
  return *value == "true";
}

double YamlNode::quantity(std::span<const YamlUnit> units) const {
  std::vector<std::string_view> names;
  for (const YamlUnit& unit : units) names.push_back(unit.name);
  const std::string expected = fmt::format("a number with its unit: {}", listed(names));
  const std::string* value = scalar(expected);
  if (value == nullptr) return 0;
  const std::size_t digits = std::min(value->find_first_not_of("0123456789.-+eE"), value->size());
  const auto number = read_number(std::string_view(*value).substr(0, digits));
  const std::string_view written = trimmed(std::string_view(*value).substr(digits));
  if (!number) {
    report(shown(), expected);
    return 0;
  }
  if (*number < 0) {
    report(shown(), expected + ", not below zero");
    return 0;
  }
  for (const YamlUnit& unit : units) {
    if (unit.name == written) return *number * unit.factor;
  }
  report(shown(), expected,
         written.empty() ? fmt::format("Write the unit too: '{} {}'.", *value, names.front())
                         : did_you_mean(written, names));
  return 0;
}

std::size_t YamlNode::choice(std::span<const std::string_view> words) const {
  const std::string* value = scalar(listed(words));
  if (value == nullptr) return 0;
  const auto at = std::find(words.begin(), words.end(), *value);
  if (at != words.end()) return static_cast<std::size_t>(at - words.begin());
  report(shown(), listed(words), did_you_mean(*value, words));
  return 0;
}

}  // namespace veer::codec
