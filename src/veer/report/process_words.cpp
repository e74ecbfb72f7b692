// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/process_words.hpp"

#include <algorithm>
#include <vector>

#include "veer/report/table.hpp"

namespace veer::report {
namespace {

using discover::Picture;
using discover::PictureActivity;
using discover::PictureFlow;

// Judgement: columns that leave 46 for what goes another way.
constexpr std::size_t box_columns = 48;
constexpr std::size_t branch_columns = 46;
constexpr std::size_t stem_column = 6;
constexpr std::size_t most_branches = 2;

/// "< 1 %" rather than a zero that is none.
std::string share_words(Language language, std::size_t part, std::size_t whole) {
  const double share = whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
  constexpr double least = 0.005;  // Exact: half a percent, which would be shown as 0 or 1.
  return share > 0 && share < least ? "< " + percent(language, 0.01) : percent(language, share);
}

std::string repeated(std::string_view what, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += what;
  return out;
}

std::string padded(const std::string& words, std::size_t columns) {
  const std::string cut = shortened(words, columns);
  return cut + std::string(columns - width(cut), ' ');
}

class Drawing {
 public:
  Drawing(Language language, const Picture& picture) : language_(language), picture_(picture) {
    // Boxes are numbered in the order in which they are drawn.
    order_ = picture.main_path;
    std::vector<bool> drawn(picture.activities.size(), false);
    for (const std::size_t one : order_) drawn[one] = true;
    for (std::size_t a = 0; a < drawn.size(); ++a) {
      if (!drawn[a]) order_.push_back(a);
    }
    number_.resize(order_.size());
    for (std::size_t i = 0; i < order_.size(); ++i) number_[order_[i]] = i + 1;
  }

  std::string whole() {
    if (picture_.activities.empty()) return "";
    line(std::string(stem_column - 2, ' ') + word(TextKey::look_begin) + ": " +
         say(language_, TextKey::look_cases, Count(language_, picture_.cases)));
    std::size_t here = picture_.begin();
    for (const std::size_t next : picture_.main_path) {
      stem(here, next);
      box(next);
      here = next;
    }
    stem(here, picture_.end());
    line(std::string(stem_column - 2, ' ') + word(TextKey::look_end));
    beside();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string word(TextKey key) const { return std::string(text(language_, key)); }
  void line(std::string words) {
    words.erase(words.find_last_not_of(' ') + 1);
    out_ += words + "\n";
  }

  [[nodiscard]] const PictureFlow* flow(std::size_t from, std::size_t to) const {
    const auto at = std::find_if(picture_.flows.begin(), picture_.flows.end(),
                                 [&](const auto& f) { return f.from == from && f.to == to; });
    return at == picture_.flows.end() ? nullptr : &*at;
  }

  void stem(std::size_t from, std::size_t to) {
    const PictureFlow* on = flow(from, to);
    const std::string words =
        on == nullptr ? word(TextKey::look_too_few) : flow_words(language_, picture_, *on);
    line(std::string(stem_column, ' ') + "│ " + words);
    line(std::string(stem_column, ' ') + "▼");
  }

  [[nodiscard]] std::string place(std::size_t number) const {
    if (number == picture_.begin()) return word(TextKey::look_begin);
    if (number == picture_.end()) return word(TextKey::look_end);
    return say(language_, TextKey::look_numbered, number_[number],
               picture_.activities[number].name);
  }

  /// The largest flows that leave the main path here, at most as many as a box has lines for.
  [[nodiscard]] std::vector<std::string> branches(std::size_t from) const {
    const auto at = std::find(picture_.main_path.begin(), picture_.main_path.end(), from);
    const std::size_t next = at + 1 == picture_.main_path.end() ? picture_.end() : *(at + 1);
    std::vector<std::string> result;
    for (const PictureFlow& one : picture_.flows) {
      if (one.from != from || one.to == next) continue;
      if (result.size() == most_branches) break;
      const std::string arrow = one.to == from ? " ↺ " : " → ";
      const std::string to = one.to == from ? word(TextKey::look_again) : place(one.to);
      result.push_back(share_words(language_, one.times, picture_.times_of(from)) + arrow + to);
    }
    return result;
  }

  void box(std::size_t number) {
    const PictureActivity& one = picture_.activities[number];
    const std::string head = std::to_string(number_[number]) + "  ";
    const std::string indent(width(head), ' ');
    const std::vector<std::string> beside = branches(number);
    line(" ┌" + repeated("─", box_columns) + "┐");
    std::vector<std::string> inside = {head + one.name};
    if (!one.title.empty()) inside.push_back(indent + one.title);
    inside.push_back(indent + activity_cases(language_, picture_, one));
    for (std::size_t i = 0; i < std::max(inside.size(), beside.size()); ++i) {
      const std::string row = i < inside.size() ? inside[i] : "";
      std::string words = " │ " + padded(row, box_columns - 2) + " │";
      if (i < beside.size()) words += " " + shortened(beside[i], branch_columns);
      line(std::move(words));
    }
    line(" └" + repeated("─", box_columns) + "┘");
  }

  /// The largest flow into (or out of) an activity from elsewhere.
  [[nodiscard]] std::string largest(std::size_t number, bool into) const {
    for (const PictureFlow& one : picture_.flows) {
      if (one.from == one.to || (into ? one.to : one.from) != number) continue;
      const std::size_t other = into ? one.from : one.to;
      return other < number_.size() ? std::to_string(number_[other]) : place(other);
    }
    return "-";
  }

  void beside() {
    if (order_.size() == picture_.main_path.size()) return;
    Table table;
    table.add({word(TextKey::look_beside), word(TextKey::look_col_cases),
               word(TextKey::look_col_part), word(TextKey::look_col_mostly_from),
               word(TextKey::look_col_mostly_to)});
    for (std::size_t i = picture_.main_path.size(); i < order_.size(); ++i) {
      const PictureActivity& one = picture_.activities[order_[i]];
      constexpr std::size_t columns = 56;
      table.add({shortened(std::to_string(i + 1) + "  " + full_name(one), columns),
                 Count(language_, one.cases),
                 share_words(language_, one.cases, picture_.cases), largest(order_[i], true),
                 largest(order_[i], false)});
    }
    out_ += "\n" + table.to_string();
  }

  Language language_;
  const Picture& picture_;
  std::vector<std::size_t> order_;
  std::vector<std::size_t> number_;
  std::string out_;
};

}  // namespace

std::string full_name(const PictureActivity& activity) {
  return activity.title.empty() ? activity.name : activity.name + " " + activity.title;
}

std::string activity_cases(Language language, const Picture& picture,
                           const PictureActivity& activity) {
  std::string words = say(language, TextKey::look_cases, Count(language, activity.cases)) + ", " +
                      share_words(language, activity.cases, picture.cases);
  if (activity.times > activity.cases) {
    words += ", " + say(language, TextKey::look_times, Count(language, activity.times));
  }
  return words;
}

std::string flow_words(Language language, const Picture& picture, const PictureFlow& flow) {
  const std::string share = share_words(language, flow.times, picture.times_of(flow.from));
  const bool timed = flow.from < picture.activities.size() && flow.to < picture.activities.size();
  if (!timed) return share;
  const Duration median = from_hours(flow.median_hours);
  const bool at_once = median < std::chrono::seconds(90);  // below it, "1 minutes" and "0 minutes"
  return share + ", " + (at_once ? std::string(text(language, TextKey::look_at_once))
                                 : duration(language, median));
}

std::string process_drawing(Language language, const Picture& picture) {
  return Drawing(language, picture).whole();
}

}  // namespace veer::report
