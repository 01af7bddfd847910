#include "extract/readers/gunzip.hpp"

#define ZLIB_CONST
#include <zlib.h>

#include <algorithm>
#include <limits>
#include <new>
#include <utility>

namespace newsgraph::readers {

namespace {

constexpr std::size_t chunk_size = 64 * 1024;
constexpr int gzip_only = 16 + MAX_WBITS;  // no other wrapper is taken

}  // namespace

struct Gunzip::Impl {
    Source source;
    std::string packed;
    z_stream state = {};
    std::uint64_t taken = 0;      // of the source, with the head
    bool between = false;         // behind a member
    bool first = true;            // no member has ended
    std::string trouble;

    Impl(std::string head, Source more) : source(std::move(more)), packed(std::move(head)), taken(packed.size()) {
        if (inflateInit2(&state, gzip_only) != Z_OK) throw std::bad_alloc();
        feed();
    }
    ~Impl() { inflateEnd(&state); }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    void feed() {
        state.next_in = reinterpret_cast<const Bytef*>(packed.data());
        state.avail_in = static_cast<uInt>(packed.size());
    }
    std::uint64_t position() const { return taken - state.avail_in; }

    bool more();
    bool to_next_member();
    std::size_t inflate_into(char* to, std::size_t size);
};

// False at the end of the source.
bool Gunzip::Impl::more() {
    packed.resize(chunk_size);
    state.avail_in = 0;
    packed.resize(source(packed.data(), chunk_size));
    taken += packed.size();
    feed();
    return !packed.empty();
}

// False at the end of all; tapes and blocks are filled up with zeros.
bool Gunzip::Impl::to_next_member() {
    for (;;) {
        if (state.avail_in == 0 && !more()) return false;
        if (*state.next_in != 0) break;
        ++state.next_in;
        --state.avail_in;
    }
    inflateReset(&state);
    between = first = false;
    return true;
}

std::size_t Gunzip::Impl::inflate_into(char* to, std::size_t size) {
    const auto room = static_cast<uInt>(std::min<std::size_t>(size, std::numeric_limits<uInt>::max()));
    state.next_out = reinterpret_cast<Bytef*>(to);
    state.avail_out = room;
    const int result = inflate(&state, Z_NO_FLUSH);
    if (result == Z_MEM_ERROR) throw std::bad_alloc();
    if (result == Z_STREAM_END) {
        between = true;
    } else if (result != Z_OK && result != Z_BUF_ERROR) {
        const bool header = !first && state.total_out == 0 && state.total_in <= 2;
        const std::string at = " at byte " + std::to_string(header ? position() - state.total_in + 1 : position());
        trouble = header ? "something else stands behind its gzip data," + at
                         : "damaged gzip data" + at + (state.msg != nullptr ? " (" + std::string(state.msg) + ")" : "");
    }
    return room - state.avail_out;
}

Gunzip::Gunzip(std::string head, Source source) : impl_(std::make_unique<Impl>(std::move(head), std::move(source))) {}

Gunzip::~Gunzip() = default;

bool Gunzip::is_packed(std::string_view head) {
    return head.starts_with("\x1F\x8B");
}

std::size_t Gunzip::read(char* to, std::size_t size) {
    for (;;) {
        if (!impl_->trouble.empty()) throw GunzipError(impl_->trouble);
        if (impl_->between) {
            if (!impl_->to_next_member()) return 0;
        } else if (impl_->state.avail_in == 0 && !impl_->more()) {
            impl_->trouble = "its gzip data ends too early, after byte " + std::to_string(impl_->taken);
            continue;
        }
        // Hands out what there is before the source is asked again, and before damage is reported.
        if (const std::size_t got = impl_->inflate_into(to, size); got > 0) return got;
    }
}

std::uint64_t Gunzip::packed_bytes() const {
    return impl_->position();
}

}  // namespace newsgraph::readers
