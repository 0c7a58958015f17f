import csv,io
UK='https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-'
HL='http://hl7.org/fhir/StructureDefinition/'
OWN='https://sprig-fhir.github.io/ig/StructureDefinition/'
def x(u,rest=''): return "extension('%s')%s"%(u,rest)
M={}
def at(profile,reach,rows):
    for k,v in rows.items():
        fp,b,n=(v+('','',''))[:3] if isinstance(v,tuple) else (v,'','')
        for r in ([k] if isinstance(k,int) else k):
            assert r not in M,r
            M[r]=(profile,reach,fp,b,n)
N="name.where(use = 'official')"
TEL="telecom.where(system = 'phone')"; EM="telecom.where(system = 'email')"
IM=x(OWN+'immigration-status')
at('sprig-patient','',{1:'Patient',2:N,3:N+'.given',4:N+'.family',5:"name.where(use = 'usual').text",6:N+'.prefix',7:N+'.suffix',8:N+'.text',9:'birthDate',
10:x(OWN+'birth-site'),11:(x(OWN+'birth-site','.value.identifier.value'),'ODS site'),12:x(OWN+'birth-site','.value.display'),
13:x(HL+'individual-pronouns',".extension('value').value.text"),14:(x(HL+'patient-genderIdentity','.value.coding.code'),'UKCore-PersonStatedGenderCode'),15:"name.where(use = 'nickname').text",
16:(x(UK+'EthnicCategory','.value.coding.code'),'UKCore-EthnicCategory'),17:x(HL+'patient-religion','.value.coding.code'),18:(x(UK+'BirthSex','.value.coding.code'),'UKCore-BirthSex'),
20:"identifier.where(system = 'https://fhir.nhs.uk/Id/nhs-number').value",21:("identifier.where(system = 'https://fhir.nhs.uk/Id/nhs-number')."+x(UK+'NHSNumberVerificationStatus','.value.coding.code'),'UKCore-NHSNumberVerificationStatus'),22:"identifier.where(system != 'https://fhir.nhs.uk/Id/nhs-number').value",
23:'address',24:'address.line[0]',25:'address.line[1]',26:'address.line[2]',27:'address.line[3]',28:'address.line[4]',29:'address.postalCode',30:'address.use',
31:'telecom',32:(x(UK+'ContactPreference',".extension('PreferredContactMethod').value.coding.code"),'UKCore-PreferredContactMethod'),
33:TEL,34:TEL+'.value',35:(TEL+'.use','contact-point-use'),36:TEL+'.rank',37:EM,38:EM+'.value',39:(EM+'.use','contact-point-use'),40:EM+'.rank',41:"telecom.where(system = 'other').value",
42:'photo.data',43:x(HL+'patient-birthPlace','.value.country'),44:('maritalStatus.coding.code','UKCore-PersonMaritalStatusCode'),
45:IM,46:IM+".extension('status').value.code",47:IM+".extension('period').value.start",48:IM+".extension('period').value.end",49:IM+".extension('comment').value",
51:x(HL+'patient-cadavericDonor','.value'),52:(x(UK+'OverseasVisitorChargingCategory','.value.coding.code'),'UKCore-OverseasVisitorChargingCategory'),53:'contact.name.text',54:x(OWN+'educational-establishment','.value.display'),
55:'generalPractitioner',56:'generalPractitioner',57:"generalPractitioner.where(type = 'Practitioner').display",58:"generalPractitioner.where(type = 'Organization').display",59:"generalPractitioner.where(type = 'Organization').identifier.value",60:x(OWN+'gp-opt-out','.value.coding.code')})
def social(row,kind,value): at('sprig-social-context','kind '+kind,{row:value})
social(19,'carer','value.coding.code'); social(50,'sexual-orientation','value.coding.code')
Q=lambda l:"item.where(linkId = '%s').answer.value"%l
at('sprig-about-me','',{61:'QuestionnaireResponse',(62,63):Q('important'),(64,65):Q('people'),(66,67):Q('communicate'),(68,69):Q('wellness'),(70,71):Q('do-and-dont'),(72,73):Q('support'),(74,75):Q('also'),76:Q('supported-by'),77:Q('multimedia')})
at('sprig-requirement','',{78:'Flag'})
at('sprig-requirement','kind reasonable-adjustment',{79:'Flag',80:'Flag',81:"code.coding.where(code = '1108111000000107').code",82:x(HL+'flag-detail'),83:x(OWN+'requirement','.value.coding.code'),84:x(OWN+'requirement','.value.text'),85:x(OWN+'entry-detail','.value')})
M[82]=('sprig-requirement','kind reasonable-adjustment',x(OWN+'requirement'),'','')
at('sprig-requirement','kind impairment',{86:'Flag',87:'Flag',88:x(OWN+'requirement'),89:x(OWN+'requirement','.value.coding.code'),90:x(OWN+'requirement','.value.text'),91:x(OWN+'entry-detail','.value')})
at('sprig-requirement','kind mobility',{92:'Flag',93:x(OWN+'requirement'),94:(x(OWN+'requirement','.value.coding.code'),'refset 999002551000000108'),95:x(OWN+'requirement','.value.text')})
at('sprig-requirement','kind other',{96:'Flag',97:x(OWN+'requirement','.value.text')})
at('sprig-safeguarding','',{98:'Flag'})
at('sprig-safeguarding','kind concern',{99:'Flag',100:"status",101:'period.start',102:'period.end',103:'code',104:('code.coding.code','safeguarding-issues'),105:'code.text',106:x(OWN+'entry-detail','.value')})
for k,f in (('looked-after-child',107),('unborn-child-protection-plan',113)):
    at('sprig-safeguarding','kind '+k,{f:'Flag',f+1:'period.start',f+2:'period.end',f+3:'author',f+4:'author.identifier.value',f+5:'author.display'})
at('sprig-sharing-consent','',{119:'Consent',120:x(OWN+'consent-words','.value')})
at('sprig-referral','',{121:'ServiceRequest',122:'ServiceRequest',123:'authoredOn',124:'requester'})
R='requester'
def role(reach,f,name,contact,first):
    pass
at('sprig-practitioner','requester.practitioner',{125:'name.text'})
at('sprig-referrer','requester',{126:('code.coding.code','UKCore-SDSJobRoleName'),127:x(OWN+'grade','.value'),128:x(OWN+'team','.value'),129:'specialty.coding.code',130:'healthcareService',133:'organization'})
at('sprig-community-service','requester.healthcareService',{131:('type.coding.code','services'),132:'name'})
at('sprig-organization','requester.organization',{134:"identifier.where(system = 'https://fhir.nhs.uk/Id/ods-organization-code').value",135:'name'})
M[136]=('sprig-referrer','requester','telecom.value','','')
at('sprig-referral','',{137:(x(OWN+'referral-method','.value.coding.code'),'UKCore-ServiceRequestMethod'),138:'reasonCode',139:'reasonCode.text',140:'performer',153:x(OWN+'return-response-to','.value')})
at('sprig-link-worker','performer (PractitionerRole?healthcareService)',{142:'code.coding.code',143:x(OWN+'grade','.value'),144:x(OWN+'team','.value'),145:'specialty.coding.code'})
at('sprig-practitioner','performer (PractitionerRole?healthcareService).practitioner',{141:'name.text'})
at('sprig-link-worker-service','performer',{146:'HealthcareService',147:('type.coding.code','services'),148:'name',149:'providedBy',152:'telecom.value'})
at('sprig-organization','performer.providedBy',{150:"identifier.where(system = 'https://fhir.nhs.uk/Id/ods-organization-code').value",151:'name'})
SEEN="participant.where(type.coding.where(code = 'ATND').exists() or type.empty())"
at('sprig-contact','',{154:'Encounter',155:'Encounter',156:'period.start',157:'location',158:'location.location.identifier.value',159:'location.location.display',160:"participant.where(type.coding.code = 'PPRF')",163:"participant.where(type.coding.code = 'ATND')",166:'location.physicalType.coding.code',167:'type.text',168:('type.coding.code','contact-mode'),169:x(OWN+'contact-specialty','.value.coding.code'),170:('serviceType.coding.code','services'),171:"participant.where(type.coding.code = 'PART')",174:(x(UK+'OutcomeOfAttendance','.value.coding.code'),'UKCore-OutcomeOfAttendance')})
for k,f in (('PPRF',161),('ATND',164),('PART',172)):
    at('sprig-practitioner',"participant (%s).individual.practitioner"%k,{f:'name.text'})
    at('sprig-link-worker',"participant (%s).individual"%k,{f+1:'code.coding.code'})
at('sprig-issue','',{175:'Condition',176:'Condition',177:('code.coding.code','health-issues'),178:'code.text'})
at('sprig-referral','',{179:x(OWN+'persons-own-words','.value')})
at('sprig-problem','',{180:'Condition',181:'Condition',182:'code',183:('code.coding.code','health-issues'),184:'code.text',185:'onset',186:'abatement',187:'stage.summary.text',188:'note.text'})
at('sprig-clinical-summary','',{189:'Composition',190:'section.text.div'})
M[191]=('sprig-social-context','','Observation','','')
for k,f,c in (('household-composition',192,'refset 1027891000000106'),('occupation',196,'refset 999001571000000109')):
    at('sprig-social-context','kind '+k,{f:'Observation',f+1:'value',f+2:('value.coding.code',c),f+3:'value.text'})
for k,f in (('education',200),('lifestyle',202),('social-circumstances',220),('access',222),('dependants',224),('household-environment',230)):
    at('sprig-social-context','kind '+k,{f:'Observation',f+1:'value.text'})
at('sprig-social-context','kind smoking',{204:'Observation',205:'value',206:('value.coding.code','refset 999000891000000102'),207:'value.text',208:'note.text',209:"component.where(code.coding.code = '160625004')",210:"component.code.coding.where(code = '160625004').code",211:"component.where(code.coding.code = '160625004').value"})
at('sprig-social-context','kind alcohol',{212:'Observation',213:'value',214:('value.coding.code','<<219006 OR <<105542008 OR 783261004 OR 1104551000000109 OR 371434005'),215:'value.text'})
at('sprig-social-context','kind drugs',{216:'Observation',217:'value',218:('value.coding.code','<<361055000 OR <<371422002 OR <<228368007 OR 783241000000102'),219:'value.text'})
at('sprig-social-context','kind accommodation',{226:'Observation',227:'value',228:'value.coding.code',229:'value.text'})
at('sprig-care-package','',{232:'CarePlan',233:'CarePlan',234:'title',235:'category.text',236:'period.start',237:'period.end',238:'author',239:'author.identifier.value',240:'author.display',241:x(OWN+'care-funding','.value')})
S=x(OWN+'signposted-to')
at('sprig-signposting','',{242:'Communication',243:'Communication',244:'sent',245:S,246:S+".extension('name').value",247:S+".extension('role').value",248:S+".extension('grade').value",249:S+".extension('team').value",250:S+".extension('specialty').value",251:'about',252:('about.resolve().type.coding.code','services','of the service that is referred to'),253:'about.display',254:S+".extension('organisation').value",255:S+".extension('contact').value",256:'reasonCode',257:('reasonCode.coding.code','health-issues'),258:'reasonCode.text'})
at('sprig-pregnancy','',{259:'Observation',260:'value',261:"component.where(code.coding.code = 'expected-delivery').value"})
at('sprig-assessment','',{262:'Observation',263:'Observation',264:'category.text',265:x(OWN+'assessment-summary','.value'),266:'Observation',267:'method',268:('method.coding.code','< 273249006'),269:'method.text',270:'code',271:'code',272:('code.coding.code','< 363787002'),273:'code.text',274:'value.value',275:'value.code',276:'interpretation',277:'interpretation.coding.code',278:'interpretation.text',279:'component',280:'component.code',281:('component.code.coding.code','< 363787002'),282:'component.code.text',283:'component.value.value',284:'component.value.code',285:'component.interpretation',286:'component.interpretation.coding.code',287:'component.interpretation.text',288:'note.text'})
at('sprig-risk','',{289:'Flag',290:'Flag',291:'period.start',292:'period.end',293:'code',294:('code.coding.code','< 281694009'),295:'code.text',296:x(OWN+'entry-detail','.value')})
at('sprig-requested-actions','',{297:'CarePlan',298:'CarePlan',299:"activity.detail.where(code.coding.code = 'professional').description",300:"activity.detail.where(code.coding.code = 'person').description",301:x(OWN+'plan-agreed',".extension('words').value")})
D='activity.detail'
at('sprig-support-plan','',{302:'CarePlan',303:x(OWN+'strength'),304:(x(OWN+'strength','.value.coding.code'),'healthcare-matters'),305:x(OWN+'strength','.value.text'),313:'activity',314:D,315:(D+'.code.coding.code','<<71388002 OR <<129125009'),316:D+'.description',317:D+'.performer',322:D+'.scheduled',323:D+'.'+x(OWN+'suggested-strategies','.value'),324:D+'.status',325:(D+'.statusReason.coding.code','care-planning-action-status'),326:D+'.statusReason.text',327:D+'.'+x(OWN+'confidence','.value'),328:D+'.'+x(OWN+'action-updated','.value'),329:D+'.'+x(OWN+'review-by','.value'),
342:x(OWN+'plan-agreed'),343:x(OWN+'plan-agreed',".extension('agreed').value"),344:x(OWN+'plan-agreed',".extension('name').value"),345:x(OWN+'plan-agreed',".extension('role').value.coding.code"),346:x(OWN+'care-funding'),347:x(OWN+'care-funding','.value.identifier.value'),348:x(OWN+'care-funding','.value.display'),349:'created',350:x(OWN+'other-plan','.value'),351:x(OWN+'review-by','.value'),352:x(OWN+'review-responsibility'),353:x(OWN+'review-responsibility',".extension('name').value"),354:x(OWN+'review-responsibility',".extension('role').value.coding.code"),355:x(OWN+'review-responsibility',".extension('contact').value")})
at('sprig-practitioner','activity.detail.performer.practitioner',{318:'name.text'})
at('sprig-link-worker','activity.detail.performer',{319:'code.coding.code',320:x(OWN+'team','.value'),321:'telecom.value'})
at('sprig-issue','goal.addresses',{306:'Condition',307:('code.coding.code','health-issues'),308:'code.text'})
at('sprig-goal','goal',{309:'Goal',310:('description.coding.code','goals (Finding with explicit context)'),311:'description.text',312:x(OWN+'goal-importance','.value'),338:'outcomeCode',339:('outcomeCode.coding.code','healthcare-matters'),340:'outcomeCode.text',341:('achievementStatus.coding.code','care-planning-goal-status')})
at('sprig-goal','activity.detail.goal (part of another)',{330:'Goal',331:'description',332:'description.coding.code',333:'description.text',334:'outcomeCode',335:('outcomeCode.coding.code','healthcare-matters'),336:'outcomeCode.text',337:('achievementStatus.coding.code','care-planning-goal-status')})
rows=list(csv.DictReader(open('/work/shared/data/prsb/social-prescribing-v1.1-items.csv')))
miss=[i for i in range(1,356) if i not in M]; print('missing',miss, len(M))
w=csv.writer(open('/tmp/me/prsb/mapping.csv','w'),lineterminator='\n')
w.writerow('row,path,kind,min,max,obligation,profile,reached,fhirpath,binding,note'.split(','))
for i,r in enumerate(rows,1):
    w.writerow([i,r['path'],r['type'],r['min'],r['max'],r['mro'],*M.get(i,('','','','',''))])
