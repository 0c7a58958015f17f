Invariant: sprig-known-topic
Severity: #error
Description: "The criteria name one of the two topics: handover or referral."
Expression: "criteria = 'https://sprig-fhir.github.io/ig/SubscriptionTopic/handover' or criteria = 'https://sprig-fhir.github.io/ig/SubscriptionTopic/referral'"

Invariant: sprig-notification-content
Severity: #error
Description: "A notification carries no more than ids."
Expression: "channel.payload.extension.where(url = 'http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-payload-content').all(value = 'id-only' or value = 'empty')"

Profile: SprigSubscription
Parent: Subscription
Id: sprig-subscription
Title: "Subscription"
Description: "The wish to be told of changes, in the form of HL7's Subscriptions R5 Backport for FHIR R4: a topic, an address to call, and ids of what has changed. The extensions of the Backport are used as it defines them."
* insert Published
* obeys sprig-known-topic and sprig-notification-content
* status MS
* end MS
* reason MS
* criteria MS
* criteria ^short = "The topic: https://sprig-fhir.github.io/ig/SubscriptionTopic/handover or https://sprig-fhir.github.io/ig/SubscriptionTopic/referral"
* criteria ^definition = "The canonical address of the topic. What is wanted of it is said by the Backport's filter extension (backport-filter-criteria) on this element."
* channel MS
* channel.type = #rest-hook
* channel.endpoint 1..1 MS
* channel.payload MS
* channel.payload ^short = "application/fhir+json; how much is in it is said by the Backport's extension backport-payload-content (id-only or empty), id-only where it is left out"
* channel.header MS

Instance: status-operation
InstanceOf: OperationDefinition
Usage: #definition
* insert OwnOperation(Subscription, status)
* affectsState = false
* name = "Status"
* title = "How a subscription stands"
* description = "The operation $status of the Subscriptions R5 Backport 1.1.0, on one Subscription: how it stands and how many events it has had since it became active."
* base = "http://hl7.org/fhir/uv/subscriptions-backport/OperationDefinition/backport-subscription-status"
* insert Parameter(out, return, 1, 1, Bundle, A searchset with one Parameters of the profile backport-subscription-status-r4.)
