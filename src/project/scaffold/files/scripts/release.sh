#!/usr/bin/env bash
# Puts the manifests of an environment into a GitOps repository:
#
#     GITOPS_REPO=../cluster scripts/release.sh production
set -euo pipefail

environment=${1:?usage: release.sh ENVIRONMENT}
target=${GITOPS_REPO:?set it to the folder of the GitOps repository}/${environment}
output=manifests/${environment}

nhg check
nhg build ".#charts.${environment}" --out-link "${output}/result"

mkdir -p "${target}"
cp -r "${output}/result/"* "${target}/"
echo "The manifests of ${environment} are in ${target}; commit and push them there."
