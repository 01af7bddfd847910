// Threads that work on a queue whose results come out in the order in which their inputs went in. The owner's thread
// alone calls the members; how much waits at once is up to it (pending()), so memory stays bounded.
#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace newsgraph::cli {

template <typename In, typename Out>
class OrderedWorkers {
public:
    using Work = std::function<Out(In&&)>;

    // Threads are started as inputs come, no more than `threads`. Each makes a Work of its own when it gets its first
    // input. `while_waiting` is called about ten times a second during take(); what it throws ends the wait.
    OrderedWorkers(std::size_t threads, std::function<Work()> make_work, std::function<void()> while_waiting)
        : most_threads_(threads), make_work_(std::move(make_work)), while_waiting_(std::move(while_waiting)) {}

    // Waits for inputs that are being worked on; the others are dropped.
    ~OrderedWorkers() {
        {
            const std::lock_guard lock(mutex_);
            stopping_ = true;
        }
        work_there_.notify_all();
        for (std::thread& thread : threads_) thread.join();
    }

    OrderedWorkers(const OrderedWorkers&) = delete;
    OrderedWorkers& operator=(const OrderedWorkers&) = delete;

    void submit(In input) {
        auto slot = std::make_unique<Slot>();
        slot->input.emplace(std::move(input));
        {
            const std::lock_guard lock(mutex_);
            waiting_.push_back(slot.get());
            slots_.push_back(std::move(slot));
        }
        if (threads_.size() < std::min(most_threads_, slots_.size())) start_thread();
        work_there_.notify_one();
    }

    // Inputs whose results have not been taken.
    std::size_t pending() const { return slots_.size(); }

    // Is the next result there already?
    bool ready() const {
        const std::lock_guard lock(mutex_);
        return !slots_.empty() && slots_.front()->done;
    }

    // The result of the oldest input; throws what its work threw. REQUIRES: pending() > 0.
    Out take() {
        {
            std::unique_lock lock(mutex_);
            Slot& front = *slots_.front();
            while (!result_there_.wait_for(lock, std::chrono::milliseconds(100), [&] { return front.done; })) {
                lock.unlock();
                while_waiting_();
                lock.lock();
            }
        }
        const std::unique_ptr<Slot> slot = std::move(slots_.front());
        slots_.pop_front();
        if (slot->error) std::rethrow_exception(slot->error);
        return std::move(*slot->output);
    }

private:
    struct Slot {
        std::optional<In> input;
        std::optional<Out> output;
        std::exception_ptr error;
        bool done = false;
    };

    void start_thread() {
        try {
            threads_.emplace_back([this] { run(); });
        } catch (const std::system_error&) {
            // The system gives no more: fewer do the same work.
            if (threads_.empty()) throw;
            most_threads_ = threads_.size();
        }
    }

    void run() {
        std::optional<Work> work;
        for (;;) {
            Slot* slot = nullptr;
            {
                std::unique_lock lock(mutex_);
                work_there_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
                if (stopping_) return;
                slot = waiting_.front();
                waiting_.pop_front();
            }
            try {
                if (!work) work.emplace(make_work_());
                slot->output.emplace((*work)(std::move(*slot->input)));
            } catch (...) {
                slot->error = std::current_exception();
            }
            slot->input.reset();
            {
                const std::lock_guard lock(mutex_);
                slot->done = true;
            }
            result_there_.notify_one();
        }
    }

    std::size_t most_threads_;
    std::function<Work()> make_work_;
    std::function<void()> while_waiting_;
    mutable std::mutex mutex_;
    std::condition_variable work_there_;
    std::condition_variable result_there_;
    std::deque<Slot*> waiting_;                  // not yet begun
    std::deque<std::unique_ptr<Slot>> slots_;    // in order; only the owner's thread adds and takes away
    std::vector<std::thread> threads_;
    bool stopping_ = false;
};

}  // namespace newsgraph::cli
