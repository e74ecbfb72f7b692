// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <utility>

namespace veer::app {
namespace {

// A signal handler can reach nothing but what is global.
volatile std::sig_atomic_t interrupts = 0;

extern "C" void note_interrupt(int signal) {
  interrupts = 1;
  std::signal(signal, SIG_DFL);
}

constexpr std::size_t bar_width = 30;
constexpr std::chrono::milliseconds between_drawings(100);
constexpr std::chrono::seconds before_estimate(2);

}  // namespace

StopOnInterrupt::StopOnInterrupt() {
  interrupts = 0;
  std::signal(SIGINT, note_interrupt);
  std::signal(SIGTERM, note_interrupt);
}

StopOnInterrupt::~StopOnInterrupt() {
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
}

bool StopOnInterrupt::requested() { return interrupts != 0; }

std::string progress_bar(const std::string& label, std::size_t done, std::size_t total,
                         std::chrono::seconds remaining) {
  const std::size_t of = std::max<std::size_t>(total, 1);
  const std::size_t so_far = std::min(done, of);
  const std::size_t filled = so_far * bar_width / of;
  std::string bar = fmt::format("{} [{}{}] {:3} %", label, std::string(filled, '#'),
                                std::string(bar_width - filled, '.'), so_far * 100 / of);
  if (remaining.count() >= 0) {
    bar += fmt::format("  {}:{:02}", remaining.count() / 60, remaining.count() % 60);
  }
  return bar;
}

TerminalProgress::TerminalProgress(std::string label, bool quiet)
    : label_(std::move(label)), shown_(!quiet && isatty(STDERR_FILENO) == 1) {}

TerminalProgress::~TerminalProgress() {
  if (shown_) std::fputs("\r\x1b[K", stderr);
}

void TerminalProgress::advance(std::size_t done, std::size_t total) {
  if (!shown_) return;
  const std::lock_guard lock(mutex_);
  const Clock::time_point now = Clock::now();
  // Threads report out of order; the bar never goes back.
  most_done_ = std::max(most_done_, done);
  if (now - drawn_ < between_drawings && most_done_ < total) return;
  drawn_ = now;
  std::chrono::seconds remaining(-1);
  const Clock::duration so_far = now - started_;
  if (so_far >= before_estimate && most_done_ > 0 && total >= most_done_) {
    const double seconds = std::chrono::duration<double>(so_far).count() *
                           static_cast<double>(total - most_done_) /
                           static_cast<double>(most_done_);
    remaining = std::chrono::seconds(static_cast<std::int64_t>(seconds + 0.5));
  }
  const std::string bar = progress_bar(label_, most_done_, total, remaining);
  std::fputs(("\r" + bar + "\x1b[K").c_str(), stderr);
}

}  // namespace veer::app
