# What `sam build` calls: build-<LogicalId> for each function of template.yaml. All functions are one executable, so it is
# published once and copied. samconfig.toml makes `sam build` work in this folder instead of in a copy for each function.
#
# Native AOT builds for the machine's own architecture and C library, and Lambda's is arm64 with the one of Amazon Linux 2023:
# run `make publish` there or in a container of it; then `sam build` only copies.
RUNTIME ?= linux-arm64
AWS_PACKAGES ?= compat
BOOTSTRAP := artifacts/lambda/bootstrap
SOURCES := $(shell find workflow lambdas compat eng -type f \( -name '*.cs' -o -name '*.csproj' -o -name '*.targets' \)) \
	Directory.Build.props Directory.Build.targets Directory.Packages.props

.PHONY: publish
publish: $(BOOTSTRAP)

$(BOOTSTRAP): $(SOURCES)
	dotnet publish lambdas --configuration Release --runtime $(RUNTIME) --output artifacts/lambda \
		-p:PublishAot=true -p:StripSymbols=true -p:AwsPackages=$(AWS_PACKAGES)
	touch $@

build-%: $(BOOTSTRAP)
	cp $(BOOTSTRAP) "$(ARTIFACTS_DIR)/"
