#include "cli/ordered_workers.hpp"

#include "tests/support/catch.hpp"

#include <atomic>
#include <stdexcept>
#include <string>

using namespace newsgraph::cli;

namespace {

using Workers = OrderedWorkers<int, std::string>;

const auto nothing_to_do = [] {};

}  // namespace

TEST_CASE("results come in the order of their inputs", "[cli]") {
    Workers workers(4, [] {
        return [](int&& input) {
            // The first ones take longest.
            std::this_thread::sleep_for(std::chrono::milliseconds(input < 4 ? 30 - 7 * input : 0));
            return std::to_string(input);
        };
    }, nothing_to_do);
    for (int i = 0; i < 50; ++i) workers.submit(i);
    CHECK(workers.pending() == 50);
    for (int i = 0; i < 50; ++i) CHECK(workers.take() == std::to_string(i));
    CHECK(workers.pending() == 0);
    CHECK_FALSE(workers.ready());
}

TEST_CASE("an input's exception is thrown in its place, and the others go on", "[cli]") {
    Workers workers(2, [] {
        return [](int&& input) -> std::string {
            if (input == 1) throw std::runtime_error("one");
            return std::to_string(input);
        };
    }, nothing_to_do);
    for (int i = 0; i < 3; ++i) workers.submit(i);
    CHECK(workers.take() == "0");
    CHECK_THROWS_WITH(workers.take(), "one");
    CHECK(workers.take() == "2");
}

TEST_CASE("each thread makes one work, and only if it is needed", "[cli]") {
    std::atomic<int> made = 0;
    {
        Workers idle(3, [&]() -> Workers::Work { ++made; return [](int&&) { return std::string(); }; }, nothing_to_do);
    }
    CHECK(made == 0);
    Workers workers(3, [&]() -> Workers::Work { ++made; return [](int&&) { return std::string(); }; }, nothing_to_do);
    for (int i = 0; i < 100; ++i) workers.submit(i);
    for (int i = 0; i < 100; ++i) workers.take();
    CHECK(made >= 1);
    CHECK(made <= 3);
}

TEST_CASE("there are no more threads than inputs that wait", "[cli]") {
    std::atomic<int> made = 0;
    Workers workers(1000, [&]() -> Workers::Work { ++made; return [](int&&) { return std::string(); }; }, nothing_to_do);
    for (int i = 0; i < 20; ++i) {
        workers.submit(i);
        workers.submit(i);
        workers.take();
        workers.take();
    }
    CHECK(made <= 2);
}

TEST_CASE("a work that cannot be made is told to whoever takes", "[cli]") {
    Workers workers(1, []() -> Workers::Work { throw std::runtime_error("no model"); }, nothing_to_do);
    workers.submit(1);
    CHECK_THROWS_WITH(workers.take(), "no model");
}

TEST_CASE("a wait can be ended, and what was not begun is dropped", "[cli]") {
    std::atomic<bool> go_on = false;
    std::atomic<int> done = 0;
    {
        Workers workers(1, [&] {
            return [&](int&&) {
                while (!go_on) std::this_thread::sleep_for(std::chrono::milliseconds(1));
                ++done;
                return std::string();
            };
        }, [&] {
            go_on = true;
            throw std::runtime_error("interrupted");
        });
        for (int i = 0; i < 5; ++i) workers.submit(i);
        // Longer than the first wait; `go_on` is set by what ends it.
        CHECK_THROWS_WITH(workers.take(), "interrupted");
    }
    CHECK(done < 5);
}
