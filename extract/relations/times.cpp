#include "extract/relations/times.hpp"

#include "extract/base/utf8.hpp"

#include <array>
#include <cstdlib>

namespace newsgraph {

namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year_month_day;
using std::chrono::years;

constexpr int first_year = 1000;
constexpr int last_year = 2199;

std::optional<int> digits(std::string_view text) {
    if (text.empty() || text.size() > 4 || text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    return std::atoi(std::string(text).c_str());
}

// "2026-01-05"
std::optional<year_month_day> iso_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    const year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                              std::chrono::day(static_cast<unsigned>(*day))};
    return date.ok() ? std::optional(date) : std::nullopt;
}

std::string padded(int number, std::size_t size) {
    std::string text = std::to_string(number);
    return text.size() < size ? std::string(size - text.size(), '0') + text : text;
}

std::string iso(const year_month_day& date) {
    return padded(static_cast<int>(date.year()), 4) + "-" + padded(static_cast<int>(static_cast<unsigned>(date.month())), 2) + "-" +
           padded(static_cast<int>(static_cast<unsigned>(date.day())), 2);
}

class Finder {
public:
    Finder(const Tree& tree, const TimeWords& words, std::string_view published)
        : tree_(tree), words_(words), published_(iso_day(published)), known_(tree.size()) {
        for (Index i = 0; i < tree.size(); ++i) known_[i] = words.has(tree.text(i));
    }

    std::vector<TimeExpression> run() {
        std::vector<TimeExpression> found;
        for (Index i = 0; i < tree_.size();) {
            std::optional<TimeExpression> time = may_begin(i) ? at(i) : std::nullopt;
            if (!time) {
                ++i;
                continue;
            }
            i = time->end;
            complete(*time);
            found.push_back(*time);
        }
        return found;
    }

private:
    std::string_view text(Index i) const { return i < tree_.size() ? tree_.text(i) : std::string_view{}; }
    bool together(Index begin, Index end) const { return end <= tree_.size() && tree_.sentence(begin) == tree_.sentence(end - 1); }

    // Most words begin no time: those that are no words of time, stand behind none ("almost two days ago") and have no digits.
    bool may_begin(Index i) const {
        return known_[i] || (i > 0 && known_[i - 1]) || tree_.text(i).find_first_of("0123456789") != std::string_view::npos;
    }

    std::optional<TimeExpression> at(Index i) const {
        if (auto time = iso_date_at(i)) return time;
        if (auto time = weekday_at(i)) return time;
        if (auto time = date_at(i)) return time;
        if (auto time = pointed_at(i)) return time;
        if (auto time = relative_at(i)) return time;
        if (auto time = distance_at(i)) return time;
        if (auto time = part_of_year_at(i)) return time;
        if (auto time = decade_at(i)) return time;
        if (auto time = ordinal_at(i)) return time;
        return year_at(i);
    }

    static TimeExpression expression(Index begin, Index end) {
        TimeExpression time;
        time.begin = begin;
        time.end = end;
        return time;
    }

    static void set(TimeExpression& time, const year_month_day& date) {
        time.year = static_cast<int>(date.year());
        time.month = static_cast<int>(static_cast<unsigned>(date.month()));
        time.day = static_cast<int>(static_cast<unsigned>(date.day()));
    }

    std::optional<TimeExpression> iso_date_at(Index i) const {
        const auto date = iso_day(text(i));
        if (!date) return std::nullopt;
        TimeExpression time = expression(i, i + 1);
        set(time, *date);
        return time;
    }

    // "may" and "march" are months with a capital only, and not as verbs.
    std::optional<int> month(Index i) const {
        if (i >= tree_.size() || text(i).empty() || text(i)[0] < 'A' || text(i)[0] > 'Z' || tree_.is_verb(i)) return std::nullopt;
        if (tree_.token(i).tag == "MD") return std::nullopt;
        return words_.month(text(i));
    }

    std::optional<int> weekday(Index i) const {
        if (i >= tree_.size() || text(i).empty() || text(i)[0] < 'A' || text(i)[0] > 'Z') return std::nullopt;
        return words_.weekday(text(i));
    }

    std::optional<int> day_of_month(Index i) const {
        std::string_view word = text(i);
        for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
            if (word.size() > 2 && word.ends_with(ending)) word.remove_suffix(2);
        }
        const auto day = word.size() <= 2 ? digits(word) : std::nullopt;
        return day && *day >= 1 && *day <= 31 ? day : std::nullopt;
    }

    std::optional<int> year(Index i) const {
        std::string_view word = text(i);
        if (word.size() > 5 && word[word.size() - 5] == '-' && words_.is_within(word.substr(0, word.size() - 5))) word.remove_prefix(word.size() - 4);
        const auto number = word.size() == 4 ? digits(word) : std::nullopt;  // "2014", "mid-2014"
        return number && *number >= first_year && *number <= last_year ? number : std::nullopt;
    }

    // "Monday", "Monday, January 5", "Monday night"
    std::optional<TimeExpression> weekday_at(Index i) const {
        const auto day = weekday(i);
        if (!day) return std::nullopt;
        if (const Index next = text(i + 1) == "," ? i + 2 : i + 1; together(i, next + 1)) {
            if (auto date = date_at(next); date && date->day) {
                date->begin = i;
                return date;
            }
        }
        TimeExpression time = expression(i, i + 1);
        time.weekday = *day;
        return time;
    }

    // "January 5, 2026", "January 2026", "January", "5 January 2026", "5th of January"
    std::optional<TimeExpression> date_at(Index i) const {
        TimeExpression time = expression(i, i + 1);
        if ((time.month = month(i))) {
            if (const auto day = day_of_month(i + 1); day && together(i, i + 2)) {
                time.day = day;
                time.end = i + 2;
            }
            add_year(time);
            return time;
        }
        const auto day = day_of_month(i);
        const Index at = text(i + 1) == "of" ? i + 2 : i + 1;
        if (!day || !together(i, at + 1) || !(time.month = month(at))) return std::nullopt;
        time.day = day;
        time.end = at + 1;
        add_year(time);
        return time;
    }

    void add_year(TimeExpression& time) const {
        const Index at = text(time.end) == "," || text(time.end) == "of" ? time.end + 1 : time.end;
        if (!together(time.begin, at + 1)) return;
        if (const auto number = year(at)) {
            time.year = number;
            time.end = at + 1;
        }
    }

    // "last Monday", "next month", "this year", "last January"
    std::optional<TimeExpression> pointed_at(Index i) const {
        if (!together(i, i + 2)) return std::nullopt;
        TimeExpression time = expression(i, i + 2);
        if (words_.is_pointing_elsewhere(text(i))) {
            if (words_.unit(text(i + 1)).empty()) return std::nullopt;
            time.resolvable = false;
            return time;
        }
        const auto step = words_.pointing(text(i));
        if (!step) return std::nullopt;
        time.pointed = true;
        time.weeks = *step;
        if (words_.is_part_of_day(text(i + 1))) return part_of_day(time, *step);
        if (words_.is_season(text(i + 1))) {
            time.resolvable = false;
            return time;
        }
        if ((time.weekday = weekday(i + 1))) return time;
        if ((time.month = month(i + 1))) {
            if (published_) time.year = year_near(*time.month, *step);
            return time;
        }
        const std::string_view unit = words_.unit(text(i + 1));
        if (unit.empty()) return std::nullopt;
        time.resolvable = published_ && (unit == "month" || unit == "year");
        if (!time.resolvable) return time;
        const year_month_day date = unit == "year" ? *published_ + years(*step) : *published_ + months(*step);
        time.year = static_cast<int>(date.year());
        if (unit == "month") time.month = static_cast<int>(static_cast<unsigned>(date.month()));
        return time;
    }

    // "this morning", "last night"
    std::optional<TimeExpression> part_of_day(TimeExpression time, int step) const {
        if (step > 0) return std::nullopt;
        time.resolvable = published_.has_value();
        if (published_) set(time, sys_days(*published_) + days(step));
        return time;
    }

    // "spring of 2019", "Q3 2020", "third quarter of 2020": known to the year; without one, their words.
    std::optional<TimeExpression> part_of_year_at(Index i) const {
        const bool ordinal = words_.is_quarter(text(i)) && words_.unit(text(i + 1)) == "quarter" && together(i, i + 2);
        if (!ordinal && !words_.is_season(text(i))) return std::nullopt;
        TimeExpression time = expression(i, ordinal ? i + 2 : i + 1);
        add_year(time);
        if (time.year) return time;
        const bool in = i > 0 && (tree_.text(i - 1) == "in" || (i > 1 && tree_.text(i - 2) == "in" && tree_.token(i - 1).pos == "DET"));
        if (!in || tree_.is_verb(i)) return std::nullopt;
        time.resolvable = false;
        return time;
    }

    // "1990s"
    std::optional<TimeExpression> decade_at(Index i) const {
        const std::string_view word = text(i);
        if (word.size() != 5 || word[3] != '0' || word[4] != 's' || !digits(word.substr(0, 4))) return std::nullopt;
        TimeExpression time = expression(i, i + 1);
        time.resolvable = false;
        return time;
    }

    // "on the 5th"
    std::optional<TimeExpression> ordinal_at(Index i) const {
        if (i < 2 || text(i).size() < 3 || !tree_.has_dep(i, {"pobj"})) return std::nullopt;
        if (tree_.text(i - 1) != "the" || tree_.text(i - 2) != "on") return std::nullopt;
        TimeExpression time = expression(i, i + 1);
        time.day = day_of_month(i);
        time.resolvable = published_.has_value();
        return time.day ? std::optional(time) : std::nullopt;
    }

    int year_near(int month, int step) const {
        const int now = static_cast<int>(static_cast<unsigned>(published_->month()));
        const int year = static_cast<int>(published_->year());
        if (step < 0) return month < now ? year : year - 1;
        if (step > 0) return month > now ? year : year + 1;
        return year;
    }

    // "yesterday"
    std::optional<TimeExpression> relative_at(Index i) const {
        const auto step = words_.relative(text(i));
        if (!step) return std::nullopt;
        TimeExpression time = expression(i, i + 1);
        time.resolvable = published_.has_value();
        if (published_) set(time, sys_days(*published_) + days(*step));
        return time;
    }

    // "two days ago", "three months earlier"
    std::optional<TimeExpression> distance_at(Index i) const {
        const auto count = words_.number(text(i));
        const bool vague = words_.is_rough(text(i)) || (i > 0 && words_.is_rough(tree_.text(i - 1)));
        if ((!count && !vague) || !together(i, i + 3)) return std::nullopt;
        const std::string_view unit = words_.unit(text(i + 1));
        const std::string_view direction = words_.distance(text(i + 2));
        if (unit.empty() || direction.empty()) return std::nullopt;
        TimeExpression time = expression(i, i + 3);
        if (direction == "back" && weekday(i + 3) && together(i, i + 4)) time.end = i + 4;  // "a week ago Tuesday"
        const int step = direction == "back" ? -count.value_or(0) : count.value_or(0);
        time.resolvable = published_ && !vague && time.end == i + 3 && direction != "anchor" && (unit == "day" || unit == "month" || unit == "year");
        if (!time.resolvable) return time;
        if (unit == "day") {
            set(time, sys_days(*published_) + days(step));
            return time;
        }
        const year_month_day date = unit == "year" ? *published_ + years(step) : *published_ + months(step);
        time.year = static_cast<int>(date.year());
        if (unit == "month") time.month = static_cast<int>(static_cast<unsigned>(date.month()));
        return time;
    }

    // "in 2014"; a number is a year where a preposition of time or the language model says so.
    std::optional<TimeExpression> year_at(Index i) const {
        const auto number = year(i);
        if (!number) return std::nullopt;
        const bool marked = tree_.token(i).entity_type == "DATE" || text(i).size() > 4;
        const bool behind = i > 0 && !words_.preposition(text(i - 1)).empty() && tree_.has_dep(i, {"pobj"});
        if (!marked && !behind) return std::nullopt;
        if (i + 1 < tree_.size() && tree_.has_dep(i, {"nummod", "compound"}) && !marked) return std::nullopt;
        TimeExpression time = expression(i, i + 1);
        time.year = number;
        return time;
    }

    // "in January and February 2019", "on March 3 and 4, 2019"
    void add_year_behind(TimeExpression& time) const {
        if (!time.month || time.year || !together(time.begin, time.end + 2)) return;
        if (text(time.end) != "and" && text(time.end) != "or" && text(time.end) != "-" && text(time.end) != "to") return;
        if (const auto next = date_at(time.end + 1)) {
            time.year = next->year;
        } else if (time.day && day_of_month(time.end + 1)) {
            TimeExpression last = expression(time.end + 1, time.end + 2);
            add_year(last);
            time.year = last.year;
        }
    }

    // "from 2010 to 2014" is told by when it began; of "between 2010 and 2014" the words are all that is known.
    void add_range(TimeExpression& time) const {
        add_year_behind(time);
        if (time.begin == 0 || !together(time.begin - 1, time.end + 2)) return;
        const bool between = utf8::ascii_lower(tree_.text(time.begin - 1)) == "between" && text(time.end) == "and";
        const bool from = utf8::ascii_lower(tree_.text(time.begin - 1)) == "from" && (text(time.end) == "to" || text(time.end) == "until");
        if (!between && !from) return;
        const auto last = at(time.end + 1);
        if (!last && !year(time.end + 1)) return;
        if (last && !time.year && time.month) time.year = last->year;  // "from March to May 2019"
        time.end = last ? last->end : time.end + 2;
        time.resolvable = time.resolvable && !between;
    }

    // The preposition before it, parts of the day behind it, and the word by which it hangs.
    void complete(TimeExpression& time) const {
        if (words_.is_part_of_day(text(time.end)) && together(time.begin, time.end + 1)) ++time.end;
        add_range(time);
        time.head = time.end - 1;
        while (!tree_.is_root(time.head) && tree_.head(time.head) >= time.begin && tree_.head(time.head) < time.end) {
            time.head = tree_.head(time.head);
        }
        // "late last month", "early on Monday"
        Index before = time.begin;
        while (before > 0 && before + 2 > time.begin && (tree_.token(before - 1).pos == "DET" || words_.is_within(tree_.text(before - 1)))) {
            --before;
        }
        if (before == 0 || tree_.sentence(before - 1) != tree_.sentence(time.begin)) return;
        const std::string_view preposition = words_.preposition(tree_.text(before - 1));
        if (preposition.empty()) return;
        time.begin = before - 1;
        // "before Monday" is not on Monday.
        if (preposition == "not") time.resolvable = false;
    }

    const Tree& tree_;
    const TimeWords& words_;
    std::optional<year_month_day> published_;
    std::vector<bool> known_;  // per token: is it a word of time?
};

// The year in which a month or a day without one lies: the nearest that has passed, or that comes.
int year_of(const TimeExpression& time, const year_month_day& published, bool ahead) {
    constexpr int days_of_grace = 31;  // what is told as passed may be some days ahead, and the other way round
    const int year = static_cast<int>(published.year());
    const auto date_in = [&](int candidate) {
        const auto day = static_cast<unsigned>(time.day.value_or(ahead ? 28 : 1));
        return sys_days(year_month_day{std::chrono::year(candidate), std::chrono::month(static_cast<unsigned>(*time.month)),
                                       std::chrono::day(day)});
    };
    const auto distance = (date_in(year) - sys_days(published)).count();
    if (!ahead && distance > days_of_grace) return year - 1;
    if (ahead && distance < -days_of_grace) return year + 1;
    return year;
}

// The last day of that number before the article, or the next one.
year_month_day nearest_day(int day, const year_month_day& published, bool ahead) {
    auto month = std::chrono::year_month(published.year(), published.month());
    const auto date = [&] { return month / std::chrono::day(static_cast<unsigned>(day)); };
    const auto fits = [&] { return date().ok() && (ahead ? sys_days(date()) >= sys_days(published) : sys_days(date()) <= sys_days(published)); };
    while (!fits()) month += months(ahead ? 1 : -1);
    return date();
}

}  // namespace

std::vector<TimeExpression> find_times(const Tree& tree, const TimeWords& words, std::string_view published) {
    return Finder(tree, words, published).run();
}

ResolvedTime resolve_time(const TimeExpression& time, std::string_view published, bool ahead) {
    if (!time.resolvable) return {};
    const auto article = iso_day(published);
    if (time.weekday && !time.month) {
        if (!article) return {};
        const int today = static_cast<int>(std::chrono::weekday(sys_days(*article)).iso_encoding());
        int step = *time.weekday - today;  // in the article's week, Monday to Sunday
        if (time.pointed) {
            // "last Monday" is the one before today's or of the week before; "next Monday" in the same way.
            if (time.weeks < 0 && step >= 0) step -= 7;
            if (time.weeks > 0 && step <= 0) step += 7;
        } else if (!ahead && step > 0) {
            step -= 7;
        } else if (ahead && step < 0) {
            step += 7;
        }
        return {iso(year_month_day(sys_days(*article) + days(step))), "day"};
    }
    if (time.day && !time.month) return article ? ResolvedTime{iso(nearest_day(*time.day, *article, ahead)), "day"} : ResolvedTime{};
    if (!time.month) return time.year ? ResolvedTime{padded(*time.year, 4), "year"} : ResolvedTime{};
    if (!time.year && !article) return {};
    const int year = time.year ? *time.year : year_of(time, *article, ahead);
    if (!time.day) return {padded(year, 4) + "-" + padded(*time.month, 2), "month"};
    const year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(*time.month)),
                              std::chrono::day(static_cast<unsigned>(*time.day))};
    return date.ok() ? ResolvedTime{iso(date), "day"} : ResolvedTime{};
}

}  // namespace newsgraph
