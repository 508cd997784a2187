#!/bin/sh
# Writes the manifests of one environment into a GitOps checkout: release.sh production ../gitops
set -eu
environment=$1
checkout=$2

mkdir -p "manifests/$environment" "$checkout/$environment"
nhg build ".#charts.$environment" --out-link "manifests/$environment/result"
cp -r "manifests/$environment/result/"* "$checkout/$environment/"
