package io.github.sprigfhir.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.sprigfhir.house.HouseRules;
import io.github.sprigfhir.house.Room;
import io.github.sprigfhir.house.RoomRules;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the domain to the house rules. */
class DomainHouseTest {

    private static final String FLOOR = "io.github.sprigfhir.domain";

    /** What the rooms offer to others, and so may not change lightly. */
    private static final Set<String> OFFERED = Set.of(
            FLOOR + ".access.Access",
            FLOOR + ".access.AccessRule",
            FLOOR + ".access.AccessRules",
            FLOOR + ".access.Act",
            FLOOR + ".access.Asked",
            FLOOR + ".access.Authorship",
            FLOOR + ".access.EntryParts",
            FLOOR + ".access.Episode",
            FLOOR + ".access.Grant",
            FLOOR + ".access.Handed",
            FLOOR + ".access.Holding",
            FLOOR + ".access.Kind",
            FLOOR + ".access.Label",
            FLOOR + ".access.OnRecord",
            FLOOR + ".access.Operation",
            FLOOR + ".access.PatchPaths",
            FLOOR + ".access.Permissions",
            FLOOR + ".access.Person",
            FLOOR + ".access.PurposeRules",
            FLOOR + ".access.PurposeVerdict",
            FLOOR + ".access.Reach",
            FLOOR + ".access.Relation",
            FLOOR + ".access.Scope",
            FLOOR + ".access.ScopeReading",
            FLOOR + ".access.Scopes",
            FLOOR + ".access.SearchRule",
            FLOOR + ".access.SearchRules",
            FLOOR + ".access.SecurityLabels",
            FLOOR + ".access.Sight",
            FLOOR + ".access.SightRules",
            FLOOR + ".access.TokenRule",
            FLOOR + ".audit.Action",
            FLOOR + ".audit.AskedQuery",
            FLOOR + ".audit.AuditOutcome",
            FLOOR + ".audit.AuditRule",
            FLOOR + ".audit.AuditView",
            FLOOR + ".audit.ChainCheck",
            FLOOR + ".audit.DateBound",
            FLOOR + ".audit.Digest",
            FLOOR + ".audit.EventType",
            FLOOR + ".audit.Interaction",
            FLOOR + ".audit.Pattern",
            FLOOR + ".audit.Recording",
            FLOOR + ".audit.Seal",
            FLOOR + ".audit.Touch",
            FLOOR + ".audit.Touched",
            FLOOR + ".consent.Agreement",
            FLOOR + ".consent.Ask",
            FLOOR + ".consent.BreakGlass",
            FLOOR + ".consent.BreakGlassDecision",
            FLOOR + ".consent.ConsentDecision",
            FLOOR + ".consent.ConsentRefusals",
            FLOOR + ".consent.ConsentRule",
            FLOOR + ".consent.ConsentRules",
            FLOOR + ".consent.ConsentState",
            FLOOR + ".consent.Given",
            FLOOR + ".consent.MinimumElements",
            FLOOR + ".consent.Provision",
            FLOOR + ".consent.RecordKind",
            FLOOR + ".consent.Span",
            FLOOR + ".directory.Ages",
            FLOOR + ".directory.AssuranceLevel",
            FLOOR + ".directory.AssuranceMeasure",
            FLOOR + ".directory.AssurancePolicy",
            FLOOR + ".directory.AssuranceRules",
            FLOOR + ".directory.Capacity",
            FLOOR + ".directory.CapacityRules",
            FLOOR + ".directory.CapacityStatus",
            FLOOR + ".directory.Criterion",
            FLOOR + ".directory.DirectoryRule",
            FLOOR + ".directory.Effect",
            FLOOR + ".directory.Evidence",
            FLOOR + ".directory.EvidenceKind",
            FLOOR + ".directory.EvidenceStatus",
            FLOOR + ".directory.Finding",
            FLOOR + ".directory.Held",
            FLOOR + ".directory.Intake",
            FLOOR + ".directory.Match",
            FLOOR + ".directory.Matching",
            FLOOR + ".directory.Offer",
            FLOOR + ".directory.OpeningTimes",
            FLOOR + ".directory.Position",
            FLOOR + ".directory.Postcode",
            FLOOR + ".directory.Schedule",
            FLOOR + ".directory.TimeWish",
            FLOOR + ".directory.Vacancy",
            FLOOR + ".directory.Validity",
            FLOOR + ".directory.WeeklyTimes",
            FLOOR + ".directory.Wish",
            FLOOR + ".directory.Words",
            FLOOR + ".directory.feed.AccessWords",
            FLOOR + ".directory.feed.AgeBounds",
            FLOOR + ".directory.feed.Finding",
            FLOOR + ".directory.feed.Language",
            FLOOR + ".directory.feed.NeedTable",
            FLOOR + ".directory.feed.PageWalk",
            FLOOR + ".directory.feed.PlainText",
            FLOOR + ".directory.feed.Remark",
            FLOOR + ".directory.feed.Retirement",
            FLOOR + ".directory.feed.RoomNow",
            FLOOR + ".directory.feed.Schedule",
            FLOOR + ".directory.feed.ServiceStatus",
            FLOOR + ".directory.feed.Times",
            FLOOR + ".directory.feed.WeekDay",
            FLOOR + ".directory.sheet.CellRules",
            FLOOR + ".directory.sheet.Column",
            FLOOR + ".directory.sheet.Fault",
            FLOOR + ".directory.sheet.Found",
            FLOOR + ".directory.sheet.OpenTimes",
            FLOOR + ".directory.sheet.Row",
            FLOOR + ".directory.sheet.SheetRules",
            FLOOR + ".feedback.AddressVerdict",
            FLOOR + ".feedback.AllowedAddresses",
            FLOOR + ".feedback.AskedSubscription",
            FLOOR + ".feedback.Change",
            FLOOR + ".feedback.Content",
            FLOOR + ".feedback.Ending",
            FLOOR + ".feedback.FeedbackRule",
            FLOOR + ".feedback.Interest",
            FLOOR + ".feedback.NextTry",
            FLOOR + ".feedback.Part",
            FLOOR + ".feedback.Patience",
            FLOOR + ".feedback.Reply",
            FLOOR + ".feedback.Standing",
            FLOOR + ".feedback.SubscriptionRefusal",
            FLOOR + ".feedback.SubscriptionRules",
            FLOOR + ".feedback.SubscriptionVerdict",
            FLOOR + ".feedback.Topic",
            FLOOR + ".handover.FixedElement",
            FLOOR + ".handover.Handover",
            FLOOR + ".handover.HandoverDecision",
            FLOOR + ".handover.HandoverRefusal",
            FLOOR + ".handover.HandoverRule",
            FLOOR + ".handover.HandoverRules",
            FLOOR + ".handover.HandoverState",
            FLOOR + ".handover.HandoverTable",
            FLOOR + ".handover.Move",
            FLOOR + ".handover.Mover",
            FLOOR + ".handover.Needs",
            FLOOR + ".kernel.Breakdown",
            FLOOR + ".kernel.Caller",
            FLOOR + ".kernel.CodeRules",
            FLOOR + ".kernel.Identity",
            FLOOR + ".kernel.LoincCode",
            FLOOR + ".kernel.NhsNumber",
            FLOOR + ".kernel.OdsCode",
            FLOOR + ".kernel.Parsed",
            FLOOR + ".kernel.Party",
            FLOOR + ".kernel.PeerVerdict",
            FLOOR + ".kernel.Peers",
            FLOOR + ".kernel.Purpose",
            FLOOR + ".kernel.Reason",
            FLOOR + ".kernel.Refusal",
            FLOOR + ".kernel.RegisteredSystem",
            FLOOR + ".kernel.ReportRule",
            FLOOR + ".kernel.ReportingPeriods",
            FLOOR + ".kernel.Role",
            FLOOR + ".kernel.Rule",
            FLOOR + ".kernel.ShownCount",
            FLOOR + ".kernel.SmallNumbers",
            FLOOR + ".kernel.SnomedCode",
            FLOOR + ".kernel.SystemForm",
            FLOOR + ".kernel.Verdict",
            FLOOR + ".kernel.WebAddress",
            FLOOR + ".kernel.WorkingDays",
            FLOOR + ".outcomes.Alert",
            FLOOR + ".outcomes.Answers",
            FLOOR + ".outcomes.Assessment",
            FLOOR + ".outcomes.Band",
            FLOOR + ".outcomes.Change",
            FLOOR + ".outcomes.Coded",
            FLOOR + ".outcomes.Course",
            FLOOR + ".outcomes.Crossed",
            FLOOR + ".outcomes.DefinitionFault",
            FLOOR + ".outcomes.DefinitionRules",
            FLOOR + ".outcomes.Direction",
            FLOOR + ".outcomes.Effect",
            FLOOR + ".outcomes.Figure",
            FLOOR + ".outcomes.Form",
            FLOOR + ".outcomes.FormRules",
            FLOOR + ".outcomes.Histogram",
            FLOOR + ".outcomes.Instrument",
            FLOOR + ".outcomes.Instruments",
            FLOOR + ".outcomes.Item",
            FLOOR + ".outcomes.Latest",
            FLOOR + ".outcomes.Licence",
            FLOOR + ".outcomes.Meaning",
            FLOOR + ".outcomes.Measure",
            FLOOR + ".outcomes.MeasureRules",
            FLOOR + ".outcomes.Moments",
            FLOOR + ".outcomes.OutcomeDecision",
            FLOOR + ".outcomes.OutcomeRefusal",
            FLOOR + ".outcomes.OutcomeRule",
            FLOOR + ".outcomes.Pairs",
            FLOOR + ".outcomes.Precision",
            FLOOR + ".outcomes.Replies",
            FLOOR + ".outcomes.Reply",
            FLOOR + ".outcomes.Scale",
            FLOOR + ".outcomes.Score",
            FLOOR + ".outcomes.Scoring",
            FLOOR + ".outcomes.Spread",
            FLOOR + ".outcomes.Submitted",
            FLOOR + ".outcomes.Taken",
            FLOOR + ".outcomes.ToldChange",
            FLOOR + ".referral.Attendance",
            FLOOR + ".referral.Completeness",
            FLOOR + ".referral.Engagement",
            FLOOR + ".referral.Happening",
            FLOOR + ".referral.LifecycleCode",
            FLOOR + ".referral.Obligation",
            FLOOR + ".referral.Progress",
            FLOOR + ".referral.RecordRow",
            FLOOR + ".referral.ReferralRule",
            FLOOR + ".referral.ReferralRules",
            FLOOR + ".referral.RequestStatus",
            FLOOR + ".referral.RowState",
            FLOOR + ".research.AgeBands",
            FLOOR + ".research.Anonymity",
            FLOOR + ".research.Area",
            FLOOR + ".research.Days",
            FLOOR + ".research.Element",
            FLOOR + ".research.Elements",
            FLOOR + ".research.Fineness",
            FLOOR + ".research.Happening",
            FLOOR + ".research.KnownCodes",
            FLOOR + ".research.Participation",
            FLOOR + ".research.Precision",
            FLOOR + ".research.ProjectRule",
            FLOOR + ".research.Protection",
            FLOOR + ".research.Pseudonyms",
            FLOOR + ".research.ResearchRules",
            FLOOR + ".research.Study",
            FLOOR + ".research.Subject",
            FLOOR + ".research.Timeline",
            FLOOR + ".research.Trait",
            FLOOR + ".research.Traits",
            FLOOR + ".research.Treatment",
            FLOOR + ".terminology.Code",
            FLOOR + ".terminology.CodeJudge",
            FLOOR + ".terminology.CodeRule",
            FLOOR + ".terminology.Constraint",
            FLOOR + ".terminology.ConstraintReader",
            FLOOR + ".terminology.Contents",
            FLOOR + ".terminology.ImplicitSet",
            FLOOR + ".terminology.ReleaseFile",
            FLOOR + ".terminology.Taxonomy");

    private static final JavaClasses DOMAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(FLOOR);

    @Test
    void everyHabitIsKept() {
        HouseRules.everyHabit(Set.of()).forEach(rule -> rule.check(DOMAIN));
    }

    @Test
    void theDomainIsPlainJavaWithoutInputOrOutput() {
        HouseRules.plainJavaWithoutInputOrOutput(FLOOR).check(DOMAIN);
    }

    @Test
    void roomsKeepTheirWalls() {
        RoomRules.roomsKeepTheirWalls(FLOOR).check(DOMAIN);
    }

    @ParameterizedTest
    @EnumSource
    void aRoomOfTheServerHasNoPlaceHere(Room room) {
        boolean here = DOMAIN.containPackage(FLOOR + "." + room.packageName());
        assertThat(room.isOfTheServerOnly() && here).isFalse();
    }

    @Test
    void roomsHaveNoCycles() {
        RoomRules.roomsHaveNoCycles(FLOOR).check(DOMAIN);
    }

    @Test
    void onlyWhatIsOfferedIsPublic() {
        HouseRules.onlyListedClassesArePublic(OFFERED).check(DOMAIN);
    }

    @Test
    void everythingOfferedIsThere() {
        Stream<String> names = DOMAIN.stream().map(JavaClass::getName);
        assertThat(names).containsAll(OFFERED);
    }
}
