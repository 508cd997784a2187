/**
 * Every code a diagnostic may carry → what it means, in one sentence. Codes are stable: tools filter by
 * them and people look them up. Whoever raises a new one adds its row here; docs/diagnostics.md and the
 * rules in SARIF output are made from this table.
 */
export const diagnosticCodes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    // What a chart's config may be wrong in.
    "conflicting-fields": "Two fields are set of which only one may be.",
    duplicate: "Something that must be unique is there twice.",
    "empty-text": "A text that must say something is empty.",
    "invalid-annotation": "An annotation's key or value has not the form that Kubernetes demands.",
    "invalid-cidr": "A range of addresses is not in CIDR form, such as 10.0.0.0/8.",
    "invalid-duration": "A duration has not the form that Kubernetes demands, such as 30s.",
    "invalid-env-name": "The name of an environment variable has characters that none may have.",
    "invalid-host": "A host name is not a valid DNS name.",
    "invalid-image": "An image reference is not one that a container runtime understands.",
    "invalid-key": "A key of a ConfigMap or Secret has characters that none may have.",
    "invalid-label": "A label's key or value has not the form that Kubernetes demands.",
    "invalid-name": "A name has not the form that Kubernetes demands of names of its kind.",
    "invalid-path": "A path is not absolute, or not of the form that its field demands.",
    "invalid-percentage": "A percentage is not between 0% and 100%.",
    "invalid-port": "A port is not a number from 1 to 65535, nor the name of one.",
    "invalid-port-name": "The name of a port has not the form that Kubernetes demands.",
    "invalid-quantity": "A quantity is not a number with a unit that Kubernetes knows, such as 500m or 1Gi.",
    "invalid-schedule": "A schedule is not in the five-field form of cron.",
    "invalid-threshold": "A threshold is not in the range that makes sense for it.",
    "invalid-url": "A URL is not well formed.",
    "invalid-version": "A version is not a version by Semantic Versioning 2.",
    "limit-below-request": "A resource's limit is lower than what is requested of it.",
    "min-above-max": "A minimum is greater than the maximum that goes with it.",
    "missing-field": "A field that must be set is not.",
    "not-supported-yet": "A field is known, but nothing is made of it in this version.",
    "out-of-range": "A number is smaller or larger than its field allows.",
    "too-deep": "A value is nested more deeply than any real one is.",
    "unknown-field": "A field is set that no chart has; it may be misspelt.",
    "unknown-word": "A field takes one of a few words, and this is none of them.",
    "wrong-text": "A text has not the form that its field demands.",
    "wrong-type": "A value is of another type than its field takes.",
    // What a Nix program may fail with.
    abort: "The program called `abort`.",
    assertion: "An `assert` of the program does not hold.",
    host: "A function of the chart library was called with something that it refuses.",
    "infinite-recursion": "A value needs itself to be computed.",
    io: "A file or folder cannot be read.",
    "missing-argument": "A function was called without an argument that it needs.",
    "missing-attribute": "An attribute set has no attribute of that name.",
    "stack-overflow": "The program recurses more deeply than is allowed.",
    syntax: "The text is not a Nix expression.",
    throw: "The program called `throw`.",
    type: "A value is of another type than the operation needs.",
    "undefined-variable": "A variable is used that nothing defines.",
    value: "A value is of the right type, but not one that the operation takes.",
    // What may keep an output from being written.
    "link-exists": "Something that is not a link of an earlier build is where the link would go.",
    "link-failed": "The link to an output cannot be made.",
    "store-unwritable": "There is no folder for built outputs, or it cannot be written.",
  }),
);
