# What `sam build` calls: build-<LogicalId> for each function of template.yaml. All functions are one executable, so it is
# published once and copied. samconfig.toml makes `sam build` work in this folder instead of in a copy for each function.
#
# Native AOT builds for the machine's own architecture and C library, and Lambda's is the template's with the one of Amazon Linux
# 2023: run `make publish` there or in a container of it; then `sam build` only copies.
ARCHITECTURE := $(shell sed -n 's/^ *Architectures: *\[\([a-z0-9_]*\)\].*/\1/p' template.yaml)
RUNTIME_arm64 := linux-arm64
RUNTIME_x86_64 := linux-x64
DEPLOYED := $(RUNTIME_$(firstword $(ARCHITECTURE)))
RUNTIME ?= $(DEPLOYED)
AWS_PACKAGES ?= compat

# Bytes 18 and 19 of an ELF file name the machine that it is for.
MACHINE_linux-arm64 := b700
MACHINE_linux-x64 := 3e00

# What is built for one machine or from one choice of packages never stands in for another.
FOLDER := artifacts/lambda/$(RUNTIME)/$(AWS_PACKAGES)
BOOTSTRAP := $(FOLDER)/publish/bootstrap
SOURCES := $(shell find workflow lambdas compat eng -type f \( -name '*.cs' -o -name '*.csproj' -o -name '*.targets' \)) \
	Directory.Build.props Directory.Build.targets Directory.Packages.props

.DELETE_ON_ERROR:
.PHONY: publish
publish: $(BOOTSTRAP)

$(BOOTSTRAP): $(SOURCES)
	dotnet publish lambdas --configuration Release --runtime $(RUNTIME) --output $(FOLDER)/publish \
		-p:ArtifactsPath=$(abspath $(FOLDER)) -p:PublishAot=true -p:StripSymbols=true -p:AwsPackages=$(AWS_PACKAGES)
	@$(call check,$(RUNTIME))
	touch $@

build-%: $(BOOTSTRAP)
	@$(call check,$(DEPLOYED))
	cp $(BOOTSTRAP) "$(ARTIFACTS_DIR)/"

# Fails unless the executable is for the machine.
check = machine=$$(od -An -tx1 -j18 -N2 $(BOOTSTRAP) | tr -d ' \n'); \
	test -n "$(MACHINE_$(1))" -a "$$machine" = "$(MACHINE_$(1))" \
	|| { echo "$(BOOTSTRAP) is not for $(1), or $(1) is not known here" >&2; exit 1; }
