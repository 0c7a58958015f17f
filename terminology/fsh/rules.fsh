// To add a rule, give it a line here and a constant in an enum of the server that implements Rule; a test compares them.
CodeSystem: Rule
Id: rule
Title: "Rule"
Description: "What was broken, or noticed, by the key that issue.details.coding of an OperationOutcome carries. Keys do not change. What FHIR R4 and the profiles demand of single elements is not listed: there the key of FHIR's own invariant appears, such as dom-3, or the id of the validator's message, such as Validation_VAL_Profile_Minimum."
* insert OwnCodes
* ^content = #fragment
// The request as a whole
* #bad-request "Bad request" "The request is not understood, for the reason in the text. Correct it; the CapabilityStatement says what is understood."
* #body-encoding "Body encoding" "The body is not UTF-8, or holds a character that cannot be stored: NUL, or half a character (a lone surrogate). Send it in UTF-8, without that character."
* #body-gzip "Body not gzip" "The body says it is gzip but is not, or ends too soon. Compress it again, or send it as it is."
* #body-json "Body not JSON" "The body is not JSON that this server reads: it is broken, has a key twice in one object, or nests too deep. The text says where; correct the software that writes it."
* #body-too-large "Body too large" "The body, or the form of a search, is larger than this server takes. Send less at once."
* #number-range "Number out of range" "A number has an exponent of four digits or more. Send the number that was meant."
* #query-encoding "Address encoding" "The address or the form holds bytes that are not UTF-8, a broken percent escape or a NUL character. Encode it in UTF-8."
* #media-type "Media type" "The body is of a media type, character set or content encoding that this server does not read. Send application/fhir+json or application/fhir+xml in UTF-8, as it is or as gzip."
* #format "Format" "The answer is wanted in a format that this server does not write. Ask for JSON or XML."
* #not-supported "Not supported" "This server does not do that, or not to that type. The CapabilityStatement lists what it does."
* #not-found "Not found" "There is no such resource, or no such type. Check the type and the id."
* #deleted "Deleted" "The resource was deleted. Its history can still be read."
* #conflict "Conflict" "Another write came first, or what is there stands in the way. Read the current version, make your change to it, and send it again."
* #precondition-failed "Precondition failed" "If-Match does not name the current version, or a condition matches more than one resource. Read the current version and its ETag and send If-Match with it, or make the condition match one resource at most."
* #server-assigns-ids "Server assigns ids" "There is no such resource to update, and this server does not create one under an id that the client chose. Create it with POST, or update it by one of its identifiers."
* #type-not-stored "Type not stored" "This server does not store resources of that type. The CapabilityStatement lists what it stores."
* #unprocessable "Not to be processed" "The content cannot be processed, for the reason in the text. Correct it and send it again."
* #refused "Refused" "The request was refused, for the reason in the text. The CapabilityStatement says what is understood."
* #internal-error "Internal error" "The server failed to handle the request; nothing was stored. Try again; if it fails again, give the operator the reference in the answer."
* #web-server "Web server" "The request went no further than the web server: its first line or its headers are broken or too long, or the web server failed. Correct the software that sends it."
// Searches
* #search-parameter "Search parameter" "A search parameter has a modifier, a chain or a value that is not understood. The CapabilityStatement lists the parameters of each type."
* #unknown-search-parameter "Unknown search parameter" "That name serves an index of the store and cannot be searched by. Search by identifier."
// Transactions and batches
* #bundle-type "Bundle type" "The Bundle is neither a transaction nor a batch, and nothing else is processed. Send it as one of these."
* #bundle-entry "Bundle entry" "An entry does not say what is to be done, has no resource, or sends one to the address of another type. Give it a method, an address of the resource's type, and the resource."
// Patches
* #patch-body "Patch body" "The body is not a patch. Send a Parameters resource (FHIRPath Patch) or a JSON Patch."
* #patch-path "Patch path" "The path of the patch cannot be read, or is too long. Send a short path of plain steps, such as Task.status."
// The content of a resource
* #unknown-element "Unknown element" "FHIR R4 does not define that element, or not in that form. Send only elements that it defines, each in its form."
* #invalid-value "Invalid value" "The value is not of the form that FHIR defines for the element. Send one that is."
* #terminology "Terminology" "The code is not one that the element may hold. Send a code of the value set that its profile names."
* #reference-form "Reference form" "The reference names neither a type and an id of this server, nor an entry of the same transaction. Send it in one of these forms."
* #reference-elsewhere "Reference elsewhere" "The reference leads to another server. Send the resource to this one, and refer to it there."
* #reference-to-nothing "Reference to nothing" "What is referred to is not here. Send it first, or in the same transaction."
* #reference-to-several "Reference to several" "The conditional reference matches several resources. Refer by an identifier that only one has."
* #duplicate-identifier "Duplicate identifier" "Another resource of the type has this identifier already. Send If-None-Exist to create it only once, or update the one that is there."
// Identifiers and codes
* #stored-in-registered-form "Stored in registered form" "A warning: a system or a value was sent in another form than the registered one, in which it is stored. Send the registered form."
* #nhs-number-form "NHS number form" "Not ten digits. Send the ten digits alone."
* #nhs-number-placeholder "NHS number placeholder" "Ten zeros are no NHS number. Leave the number out when it is not known."
* #nhs-number-check-digit "NHS number check digit" "The check digit (modulus 11) is wrong, so the number is not the one that was meant. Check it with the person or the Personal Demographics Service, or leave it out."
* #ods-code-form "ODS code form" "Not 3 to 10 letters and digits. Look the organisation up in the Organisation Data Service."
* #snomed-form "SNOMED CT form" "Not 6 to 18 digits. Send the id of one concept; expressions are not taken."
* #snomed-check-digit "SNOMED CT check digit" "The check digit (Verhoeff) is wrong; often a spreadsheet has turned the last digits to 0. Take the id from its source again, and keep it as text."
* #snomed-not-a-concept "SNOMED CT, not a concept" "The id names a description or something else. Send the id of the concept."
* #loinc-form "LOINC form" "Not a LOINC code. Send it as LOINC publishes it."
* #loinc-check-digit "LOINC check digit" "The check digit (modulus 10) is wrong. Take the code from LOINC again."
// Invariants of the profiles
* #sprig-routine-only "Routine only" "Social prescribing is not an urgent or emergency service. Send the priority routine, or none, and refer what is urgent elsewhere."
* #sprig-consent-given "Consent given" "The referral does not point to exactly one consent. Give it one supportingInfo reference of type Consent."
* #sprig-risks-stated "Risks stated" "The referral does not state the risks. Give it a supportingInfo reference of type Flag for each, or for the one that says that none is known."
* #sprig-reason-given "Reason given" "The handover is rejected, failed, cancelled or on hold and does not say why. Send statusReason."
* #sprig-output-given "Output given" "The handover is completed and does not say what came of it. Send an output."
* #sprig-ons4-whole-number "ONS4 whole number" "The answer is not a whole number from 0 to 10. Send it as it was given on that scale."
