// SPDX-License-Identifier: EUPL-1.2
#include "veer/report/process_svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "veer/report/process_files.hpp"
#include "veer/report/process_layout.hpp"
#include "veer/report/process_words.hpp"
#include "veer/report/table.hpp"

namespace veer::report {
namespace {

using discover::Picture;
using discover::PictureFlow;

// Judgement: pixels and characters that look well together.
constexpr double half_box = box_height / 2.0;
constexpr double title_room = 44;
constexpr double thickest = 7;
// Judgement: share of what goes on from a box; less is told by the line's title.
constexpr double least_labelled = 0.05;
constexpr std::size_t line_columns = 29;

class Svg {
 public:
  Svg(Language language, const Picture& picture)
      : language_(language), picture_(picture), layout_(lay_out(picture)) {
    std::size_t here = picture.begin();
    for (const std::size_t next : picture.main_path) {
      main_.insert({here, next});
      here = next;
    }
    main_.insert({here, picture.end()});
    find_ports();
  }

  std::string whole(const std::string& organisation) {
    out_ = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0:.0f}\" height=\"{1:.0f}\" "
        "viewBox=\"0 0 {0:.0f} {1:.0f}\" font-family=\"sans-serif\" font-size=\"12\">\n"
        "<title>{2}</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
        "<text x=\"20\" y=\"28\" font-size=\"18\">{2}</text>\n",
        layout_.width, layout_.height + title_room,
        xml_text(say(language_, TextKey::look_process_of, organisation)));
    for (const bool main : {false, true}) {
      for (std::size_t r = 0; r < layout_.routes.size(); ++r) {
        if (is_main(picture_.flows[layout_.routes[r].flow]) == main) line(r);
      }
    }
    for (std::size_t r = 0; r < layout_.routes.size(); ++r) label(r);
    for (std::size_t b = 0; b < layout_.centres.size(); ++b) box(b);
    return out_ + "</svg>\n";
  }

 private:
  [[nodiscard]] bool is_main(const PictureFlow& flow) const {
    return main_.count({flow.from, flow.to}) > 0;
  }

  /// Where lines leave and enter a box, so that they do not all meet in its middle.
  struct Port {
    std::size_t route = 0;
    bool leaves = false;
    double towards = 0;  // pixels to the right
  };

  /// Ports above and below each box: what goes left on the left, the main path in the middle.
  void find_ports() {
    std::map<std::pair<std::size_t, bool>, std::vector<Port>> sides;
    for (std::size_t r = 0; r < layout_.routes.size(); ++r) {
      const Route& route = layout_.routes[r];
      const PictureFlow& flow = picture_.flows[route.flow];
      if (is_main(flow)) continue;
      const std::vector<Point>& p = route.points;
      const std::size_t last = p.size() - 1;
      if (p[0].y == p[1].y) continue;
      sides[{flow.from, p[1].y > p[0].y}].push_back({r, true, p[1].x - p[0].x});
      sides[{flow.to, p[last - 1].y > p[last].y}].push_back({r, false, p[last - 1].x - p[last].x});
    }
    for (auto& [side, ports] : sides) {
      std::stable_sort(ports.begin(), ports.end(),
                       [](const Port& a, const Port& b) { return a.towards < b.towards; });
      const auto right = std::find_if(ports.begin(), ports.end(),
                                      [](const Port& port) { return port.towards >= 0; });
      const auto left_count = static_cast<double>(right - ports.begin());
      const auto right_count = static_cast<double>(ports.end() - right);
      constexpr double half = box_width / 2.0 - 8;  // Judgement: pixels inside the corners.
      for (auto port = ports.begin(); port != ports.end(); ++port) {
        const double place = port < right
                                 ? -static_cast<double>(right - port) / left_count
                                 : static_cast<double>(port - right + 1) / right_count;
        shift_[{port->route, port->leaves}] = place * half;
      }
    }
  }

  /// From the edge of one box to the edge of the other.
  [[nodiscard]] std::vector<Point> edge_to_edge(std::size_t r) const {
    std::vector<Point> points = layout_.routes[r].points;
    for (Point& one : points) one.y += title_room;
    const double down = points[1].y - points[0].y;
    const double into = points.back().y - points[points.size() - 2].y;
    if (down == 0) {
      const double side = points[1].x > points[0].x ? box_width / 2.0 : -box_width / 2.0;
      points.front().x += side;
      points.back().x -= side;
    } else {
      points.front().y += down > 0 ? half_box : -half_box;
      points.back().y -= into > 0 ? half_box : -half_box;
    }
    const auto shift = [&](bool leaves) {
      const auto at = shift_.find({r, leaves});
      return at == shift_.end() ? 0.0 : at->second;
    };
    points.front().x += shift(true);
    points.back().x += shift(false);
    return points;
  }

  void line(std::size_t r) {
    const PictureFlow& flow = picture_.flows[layout_.routes[r].flow];
    const std::vector<Point> points = edge_to_edge(r);
    std::string path = fmt::format("M{:.1f} {:.1f}", points[0].x, points[0].y);
    for (std::size_t i = 1; i < points.size(); ++i) {
      const double middle = (points[i - 1].y + points[i].y) / 2;
      path += fmt::format(" C{:.1f} {:.1f} {:.1f} {:.1f} {:.1f} {:.1f}", points[i - 1].x, middle,
                          points[i].x, middle, points[i].x, points[i].y);
    }
    const double share = static_cast<double>(flow.cases) / static_cast<double>(picture_.cases);
    const char* colour = is_main(flow) ? "#1f4e79" : "#9aa5b1";
    out_ += fmt::format("<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{:.1f}\">"
                        "<title>{}</title></path>\n",
                        path, colour, 1 + thickest * share,
                        xml_text(flow_words(language_, picture_, flow)));
    arrow(points[points.size() - 2], points.back(), colour);
  }

  void arrow(Point before, Point tip, const char* colour) {
    constexpr double size = 7;  // Judgement: pixels.
    if (before.y == tip.y) {
      const double back = tip.x > before.x ? -size : size;
      out_ += fmt::format("<path d=\"M{0:.1f} {1:.1f} L{2:.1f} {3:.1f} L{2:.1f} {4:.1f} Z\" "
                          "fill=\"{5}\"/>\n", tip.x, tip.y, tip.x + back, tip.y - size,
                          tip.y + size, colour);
      return;
    }
    const double back = tip.y > before.y ? -size : size;
    out_ += fmt::format("<path d=\"M{0:.1f} {1:.1f} L{2:.1f} {3:.1f} L{4:.1f} {3:.1f} Z\" "
                        "fill=\"{5}\"/>\n", tip.x, tip.y, tip.x - size, tip.y + back,
                        tip.x + size, colour);
  }

  /// Beside the main path, and where much goes another way, under the box that it leaves.
  void label(std::size_t r) {
    const PictureFlow& flow = picture_.flows[layout_.routes[r].flow];
    const bool main = is_main(flow);
    const double share = static_cast<double>(flow.times) /
                         static_cast<double>(picture_.times_of(flow.from));
    if (!main && share < least_labelled) return;
    const std::vector<Point> points = edge_to_edge(r);
    const Point a = points[0];
    const Point b = points[1];
    if (main) {
      text_at({a.x + 8, (a.y + b.y) / 2 + 4}, "start", 12, "#1f4e79",
              flow_words(language_, picture_, flow));
    } else {
      const bool level = a.y == b.y;
      const Point at = level ? Point{(a.x + b.x) / 2, a.y - 4}
                             : Point{a.x, a.y + (b.y > a.y ? 15 : -8)};
      text_at(at, "middle", 10, "#55606c", percent(language_, share));
    }
  }

  void text_at(Point at, const char* anchor, int size, const char* colour,
               const std::string& what) {
    out_ += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\" font-size=\"{}\" "
                        "fill=\"{}\" stroke=\"#fff\" stroke-width=\"3\" "
                        "paint-order=\"stroke\">{}</text>\n",
                        at.x, at.y, anchor, size, colour, xml_text(what));
  }

  void words(Point at, double y, const std::string& what, const char* weight) {
    out_ += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\" "
                        "font-size=\"11\"{}>{}</text>\n",
                        at.x, y, weight, xml_text(shortened(what, line_columns)));
  }

  void box(std::size_t number) {
    Point at = layout_.centres[number];
    at.y += title_room;
    const bool edge = number >= picture_.activities.size();
    const bool main = edge || std::find(picture_.main_path.begin(), picture_.main_path.end(),
                                        number) != picture_.main_path.end();
    out_ += fmt::format("<g><rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{}\" height=\"{}\" "
                        "rx=\"{}\" fill=\"{}\" stroke=\"{}\"/>\n",
                        at.x - box_width / 2.0, at.y - half_box, box_width, box_height,
                        edge ? box_height / 2 : 6, main ? "#e3eefa" : "#f4f5f7",
                        main ? "#1f4e79" : "#9aa5b1");
    if (edge) {
      const TextKey key = number == picture_.begin() ? TextKey::look_begin : TextKey::look_end;
      words(at, at.y + 4, std::string(text(language_, key)), " font-weight=\"bold\"");
    } else {
      const discover::PictureActivity& one = picture_.activities[number];
      const std::string cases = activity_cases(language_, picture_, one);
      out_ += fmt::format("<title>{}: {}</title>\n", xml_text(full_name(one)), xml_text(cases));
      const bool titled = !one.title.empty();
      words(at, at.y - (titled ? 9 : 4), one.name, " font-weight=\"bold\"");
      if (titled) words(at, at.y + 4, one.title, "");
      words(at, at.y + (titled ? 17 : 13), cases, " fill=\"#55606c\"");
    }
    out_ += "</g>\n";
  }

  Language language_;
  const Picture& picture_;
  ProcessLayout layout_;
  std::set<std::pair<std::size_t, std::size_t>> main_;
  std::map<std::pair<std::size_t, bool>, double> shift_;  // of a begin (true) or end, pixels
  std::string out_;
};

}  // namespace

std::string process_svg(Language language, const std::string& organisation,
                        const Picture& picture) {
  return Svg(language, picture).whole(organisation);
}

}  // namespace veer::report
