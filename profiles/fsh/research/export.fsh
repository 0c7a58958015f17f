// The three levels of Bulk Data Access in one: their parameters are the same.
Instance: export-operation
InstanceOf: OperationDefinition
Usage: #definition
* insert OwnSystemQuery(export)
* name = "Export"
* title = "Export"
* description = "Begins an export by Bulk Data Access 2.0: for a researcher of all copies in the project's current release, of those about people (Patient), or of those about the people of the project (Group, by the project's name; the same people); for the controller of all records, or of those about people. It takes the header Prefer: respond-async, and is answered with 202 and the address of its state in Content-Location. Scopes are asked of each type that _type names, or of all where it names none."
* resource[0] = #Patient
* resource[+] = #Group
* type = true
* instance = true
* base = "http://hl7.org/fhir/uv/bulkdata/OperationDefinition/export"
* insert Parameter(in, _type, 0, *, string, [[Types of resources, with commas between them. All types that are exported if left out.]])
* insert Parameter(in, _elements, 0, *, string, [[Elements as Type.element or element, with commas between them; what must be there comes too. All elements if left out.]])
* insert Parameter(in, _typeFilter, 0, *, string, [[A search as Type?parameters, of that type's own parameters with chains and _has; of several for one type, one must fit.]])
* insert Parameter(in, _since, 0, 1, instant, [[Only what was changed later. All copies of a release were changed on its day.]])
* insert Parameter(in, _outputFormat, 0, 1, string, [[application/fhir+ndjson, which it is if left out; application/ndjson and ndjson mean the same.]])

Instance: export-status-operation
InstanceOf: OperationDefinition
Usage: #definition
* insert OwnSystemQuery(export-status)
* name = "ExportStatus"
* title = "State of an export"
* description = "How far an export is: 202 with X-Progress and Retry-After while it is being made, 200 with the manifest of Bulk Data Access as JSON when it is finished, 500 where it cannot be finished, 404 once it is over. With DELETE it is cancelled, and its files are removed."
* insert Parameter(in, job, 1, 1, string, [[The export, as Content-Location names it.]])

Instance: export-file-operation
InstanceOf: OperationDefinition
Usage: #definition
* insert OwnSystemQuery(export-file)
* name = "ExportFile"
* title = "File of an export"
* description = "The exported resources of one type as NDJSON; of a release without those whose person has taken their consent to research back since."
* insert Parameter(in, job, 1, 1, string, [[The export.]])
* insert Parameter(in, type, 1, 1, string, [[The type of resources.]])

Instance: viewdefinition-run-operation
InstanceOf: OperationDefinition
Usage: #definition
* insert OwnSystemQuery(viewdefinition-run)
* name = "ViewDefinitionRun"
* title = "Run of a view"
* description = "Gives a view (SQL on FHIR) of what a researcher or the controller may take away as a table, row by row: for a researcher of the copies in the project's current release, for the controller of the records. The views are those of the guide's page Views; no other is run, and none that comes with the request. Scopes are asked of the type that the view is of."
* base = "http://sql-on-fhir.org/OperationDefinition/$viewdefinition-run"
* insert Parameter(in, viewReference, 1, 1, uri, [[The view, as ViewDefinition/episode or by its canonical address.]])
* insert Parameter(in, _format, 0, 1, code, [[csv, ndjson or json, or their media types. What Accept names of these if left out, and else csv.]])
* insert Parameter(in, header, 0, 1, boolean, [[Whether a CSV file begins with the names of its columns; so it does if left out.]])
* insert Parameter(in, _limit, 0, 1, integer, [[How many rows at most.]])
* insert Parameter(in, _since, 0, 1, instant, [[Only rows of what was changed later. All copies of a release were changed on its day.]])
