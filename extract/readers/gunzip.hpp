// Unpacks gzip data a buffer at a time, with bounded memory: any number of members one behind the other, zero bytes behind
// the last one. One thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace newsgraph::readers {

// Data that is damaged or ends early. The message says what and at which byte, but not of which file.
class GunzipError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

class Gunzip {
public:
    // More packed bytes, at most so many; 0 at the end. May throw; the next read() goes on then.
    using Source = std::function<std::size_t(char* to, std::size_t size)>;

    // `head`: packed bytes that were read already.
    Gunzip(std::string head, Source source);
    ~Gunzip();
    Gunzip(const Gunzip&) = delete;
    Gunzip& operator=(const Gunzip&) = delete;

    // Do these bytes begin gzip data?
    static bool is_packed(std::string_view head);

    // Unpacks at least one byte and at most `size`; 0 at the end. Throws GunzipError, after all bytes before the damage
    // have been handed out.
    std::size_t read(char* to, std::size_t size);

    std::uint64_t packed_bytes() const;  // unpacked so far

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace newsgraph::readers
