# muster: figures from declarative specs and CSV data. `make help` lists the targets.
#
# Everything is built in $(BUILD). Only figures, check and the targets that say so look for missing
# packages and install them (.ci/deps); `make` and `make install` never do.

BUILD ?= build
CC ?= cc
OPT ?= -O2 -g
PREFIX ?= /usr/local
DEPS ?= yes
# Folders of src/ to build; all of them unless said otherwise (make ONLY="base doc" check).
ONLY ?=

MAKEFLAGS += --no-builtin-rules

VERSION := $(shell sed -n 's/.*MUSTER_VERSION "\(.*\)".*/\1/p' src/muster.h)
# What is linked, and what is opened when it is first needed: of the latter only the headers are compiled in.
LINKED := libpng yaml-0.1 libpcre2-8
OPENED := pangocairo pangoft2 cairo fontconfig freetype2 harfbuzz
STD := -std=c11 -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE
WARN := -Wall -Wextra -Wconversion -Wshadow -Wstrict-prototypes -Werror
# Recursive: asked for when something is compiled, not when make starts.
PKG_CFLAGS = $(eval PKG_CFLAGS := $$(shell pkg-config --cflags $(LINKED) $(OPENED)))$(PKG_CFLAGS)
PKG_LIBS = $(eval PKG_LIBS := $$(shell pkg-config --libs $(LINKED)))$(PKG_LIBS)
COMPILE = $(CC) -Isrc -include base/poison.h $(PKG_CFLAGS) $(CPPFLAGS) $(STD) $(WARN) $(OPT) $(CFLAGS) -fPIC -fvisibility=hidden -pthread -MMD -MP
# V=1 shows the commands.
Q := $(if $(V),,@)
SAY = $(if $(findstring s,$(firstword -$(MAKEFLAGS))),true,echo '  $(1)')
LIBS = $(PKG_LIBS) -lcsv -ldl -lm -pthread

FOLDERS := $(or $(ONLY),$(filter-out cli,$(patsubst src/%/,%,$(wildcard src/*/))))
SRCS := $(sort $(foreach f,$(FOLDERS),$(wildcard src/$(f)/*.c)))
# Registries are made from the file lists: FOLDER:TYPE:LIST:COUNT:HEADER.
REGISTRIES := mark:MuMarkDef:mu_marks:mu_mark_count:mark/mark.h spec:MuTheme:mu_themes:mu_theme_count:spec/theme.h \
	transform:MuTransformDef:mu_transforms:mu_transform_count:transform/transform.h
GENERATED := $(foreach r,$(REGISTRIES),$(if $(filter $(firstword $(subst :, ,$(r))),$(FOLDERS)),$(BUILD)/gen/$(firstword $(subst :, ,$(r))).c))
OBJS := $(SRCS:src/%.c=$(BUILD)/obj/%.o) $(GENERATED:$(BUILD)/gen/%.c=$(BUILD)/obj/gen/%.o)
CLI_OBJS := $(patsubst src/%.c,$(BUILD)/obj/%.o,$(sort $(wildcard src/cli/*.c)))
TESTS := $(sort $(foreach f,$(FOLDERS) $(if $(ONLY),,end),$(wildcard tests/unit/$(f)/test_*.c)))
TEST_BINS := $(TESTS:tests/unit/%.c=$(BUILD)/tests/%)
CHARTS := $(sort $(wildcard charts/*.yaml))
FIGURES := $(BUILD)/figures

all: $(BUILD)/libmuster.a $(if $(ONLY),,$(BUILD)/muster $(BUILD)/libmuster.so $(BUILD)/muster.pc $(BUILD)/reference.md)

$(BUILD)/obj/%.o: src/%.c
	@mkdir -p $(@D)
	@$(call SAY,CC $<)
	$(Q)$(COMPILE) -c $< -o $@

$(GENERATED): $(BUILD)/gen/%.c: .ci/registry $(SRCS)
	@mkdir -p $(@D)
	@.ci/registry $(subst :, ,$(filter $*:%,$(REGISTRIES))) > $@

$(BUILD)/obj/gen/%.o: $(BUILD)/gen/%.c
	@mkdir -p $(@D)
	$(Q)$(COMPILE) -c $< -o $@

$(BUILD)/libmuster.a: $(OBJS)
	@rm -f $@
	@$(call SAY,AR $@)
	$(Q)ar rcs $@ $^

$(BUILD)/libmuster.so: $(OBJS)
	@$(call SAY,LD $@)
	$(Q)$(CC) $(OPT) $(LDFLAGS) -shared -Wl,-soname,libmuster.so.0 $^ $(LIBS) -o $@

$(BUILD)/muster: $(CLI_OBJS) $(BUILD)/libmuster.a
	@$(call SAY,LD $@)
	$(Q)$(CC) $(OPT) $(LDFLAGS) $^ $(LIBS) -o $@

$(BUILD)/tests/%: tests/unit/%.c $(BUILD)/libmuster.a
	@mkdir -p $(@D)
	@$(call SAY,CC $<)
	$(Q)$(COMPILE) -Itests $< $(BUILD)/libmuster.a $(LDFLAGS) $(LIBS) -lcmocka -o $@

$(BUILD)/muster.pc: src/muster.h Makefile
	@mkdir -p $(@D)
	@printf 'prefix=%s\nName: muster\nDescription: Figures from declarative specs and CSV data\nVersion: %s\nRequires.private: %s\nLibs: -L$${prefix}/lib -lmuster\nLibs.private: -lcsv -ldl -lm -pthread\nCflags: -I$${prefix}/include\n' '$(PREFIX)' '$(VERSION)' '$(LINKED)' > $@

$(BUILD)/reference.md: $(BUILD)/muster
	@$(BUILD)/muster reference > $@

reference: $(BUILD)/reference.md ## write the reference of everything a spec may say

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1\t\2/p' Makefile | expand -t 16

deps: ## install what building and testing need
	@.ci/deps $(DEPS) build fonts check

figures: ## draw the charts in charts/ as PNG, SVG and PDF under build/figures
	@.ci/deps $(DEPS) build fonts
	@$(MAKE) --no-print-directory $(BUILD)/muster
	@$(BUILD)/muster render charts -d $(FIGURES) -f png,svg,pdf
	@echo "$(words $(CHARTS)) charts in 3 formats in $(FIGURES)"

check: ## build everything and run the tests
	@.ci/deps $(DEPS) build fonts check
	@$(MAKE) --no-print-directory run-tests

run-tests: all $(TEST_BINS)
	@.ci/tests $(BUILD)/muster $(TEST_BINS)

conformance: ## compare with reference drawings: make conformance GALLERY=DIR
	@.ci/deps $(DEPS) build fonts
	@$(MAKE) --no-print-directory $(BUILD)/muster
	@.ci/conformance $(BUILD)/muster '$(GALLERY)' $(CONFORMANCE_FLAGS)

expr-reference: ## ask the reference for every case of tests/expr: make expr-reference MAKER=DIR
	@.ci/expr-reference '$(MAKER)'

conflict-data: ## check sums over a folder of data files: make conflict-data CONFLICT_DATA=DIR
	@.ci/deps $(DEPS) build fonts
	@$(MAKE) --no-print-directory $(BUILD)/muster
	@.ci/conflict-data $(BUILD)/muster '$(CONFLICT_DATA)'

bless: ## accept the goldens as the program makes them now (look at the pictures first)
	@$(MAKE) --no-print-directory all $(TEST_BINS)
	@for t in $(filter %golden,$(TEST_BINS)); do MUSTER_BLESS=1 MUSTER=$(BUILD)/muster $$t || exit 1; done

bench: ## time a bar chart of twelve rows, cold, beside gnuplot if it is there
	@.ci/deps $(DEPS) build fonts
	@$(MAKE) --no-print-directory $(BUILD)/muster
	@.ci/bench $(BUILD)/muster

# UBSan's check for a null format makes gcc see one (its manual: sanitizers may cause false warnings).
ASAN := -O1 -g -fsanitize=address,undefined -fno-omit-frame-pointer -Wno-format-truncation

# An exit status of their own, which no use of the program has.
asan: export ASAN_OPTIONS := exitcode=86
asan: export LSAN_OPTIONS := exitcode=86:suppressions=tests/lsan.supp:print_suppressions=0
asan: export UBSAN_OPTIONS := halt_on_error=1:exitcode=86
asan: ## run the tests, and draw charts and gallery (GALLERY=DIR), under AddressSanitizer and UBSan
	@.ci/deps $(DEPS) build fonts check
	@$(MAKE) --no-print-directory run-tests BUILD=$(BUILD)/asan OPT="$(ASAN)"
	@.ci/sweep '$(GALLERY)' $(BUILD)/asan/muster

VALGRIND := valgrind -q --leak-check=full --errors-for-leak-kinds=definite --show-leak-kinds=definite \
	--error-exitcode=86 --trace-children=yes --suppressions=$(CURDIR)/tests/valgrind.supp

valgrind: ## the same under valgrind
	@.ci/deps $(DEPS) build fonts check memcheck
	@$(MAKE) --no-print-directory all $(TEST_BINS)
	@RUNNER='$(VALGRIND)' .ci/tests $(BUILD)/muster $(TEST_BINS)
	@.ci/sweep '$(GALLERY)' $(VALGRIND) $(BUILD)/muster

tidy: ## clang-tidy, cppcheck, the layering and the formatting
	@.ci/deps $(DEPS) build tidy
	@.ci/layering
	@clang-format --dry-run --Werror $(sort $(wildcard src/*.h src/*/*.[ch] tests/unit/*/*.c))
	@cppcheck --quiet --std=c11 --enable=warning,performance,portability --inline-suppr --suppressions-list=tests/cppcheck.supp \
	 --error-exitcode=1 -Isrc --include=src/base/poison.h src
	@printf '%s\n' $(sort $(SRCS) $(wildcard src/cli/*.c)) | xargs -P 2 -n 8 sh -c \
	 'clang-tidy --quiet --warnings-as-errors="*" "$$@" -- -Isrc -include base/poison.h $(STD) $(PKG_CFLAGS) 2>/dev/null' tidy

format: ## format the sources
	@clang-format -i $(sort $(wildcard src/*.h src/*/*.[ch] tests/unit/*/*.c))

install: all ## install program, library, header, pkg-config file and man page (PREFIX, DESTDIR)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/pkgconfig $(DESTDIR)$(PREFIX)/include $(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/doc/muster
	install -m 755 $(BUILD)/muster $(DESTDIR)$(PREFIX)/bin/muster
	install -m 644 $(BUILD)/libmuster.a $(DESTDIR)$(PREFIX)/lib/libmuster.a
	install -m 755 $(BUILD)/libmuster.so $(DESTDIR)$(PREFIX)/lib/libmuster.so.0
	ln -sf libmuster.so.0 $(DESTDIR)$(PREFIX)/lib/libmuster.so
	install -m 644 src/muster.h $(DESTDIR)$(PREFIX)/include/muster.h
	sed 's|^prefix=.*|prefix=$(PREFIX)|' $(BUILD)/muster.pc > $(DESTDIR)$(PREFIX)/lib/pkgconfig/muster.pc
	chmod 644 $(DESTDIR)$(PREFIX)/lib/pkgconfig/muster.pc
	install -m 644 src/cli/muster.1 $(DESTDIR)$(PREFIX)/share/man/man1/muster.1
	install -m 644 $(BUILD)/reference.md $(DESTDIR)$(PREFIX)/share/doc/muster/reference.md

clean: ## remove everything that was built
	rm -rf $(BUILD)

-include $(OBJS:.o=.d) $(CLI_OBJS:.o=.d) $(TEST_BINS:=.d)
.PHONY: all help reference deps figures check run-tests conformance expr-reference conflict-data bless bench asan valgrind tidy format install clean
.DELETE_ON_ERROR:
