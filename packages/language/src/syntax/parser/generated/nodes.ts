// Generated from the grammar by `node scripts/generate-parser.mjs`. Do not edit.

export class FileNode {
    readonly $type = 'File';
    start = -1;
    end = -1;
    statements: unknown = undefined;
}

export class ImportNode {
    readonly $type = 'Import';
    start = -1;
    end = -1;
    path: unknown = undefined;
}

export class SystemNode {
    readonly $type = 'System';
    start = -1;
    end = -1;
    name: unknown = undefined;
    title: unknown = undefined;
    open: unknown = undefined;
    statements: unknown = undefined;
    close: unknown = undefined;
}

export class WithinNode {
    readonly $type = 'Within';
    start = -1;
    end = -1;
    zone: unknown = undefined;
    open: unknown = undefined;
    statements: unknown = undefined;
    close: unknown = undefined;
}

export class ZoneNode {
    readonly $type = 'Zone';
    start = -1;
    end = -1;
    name: unknown = undefined;
    title: unknown = undefined;
    open: unknown = undefined;
    statements: unknown = undefined;
    close: unknown = undefined;
}

export class AssetNode {
    readonly $type = 'Asset';
    start = -1;
    end = -1;
    name: unknown = undefined;
    title: unknown = undefined;
    colon: unknown = undefined;
    type: unknown = undefined;
    open: unknown = undefined;
    statements: unknown = undefined;
    close: unknown = undefined;
}

export class AssetTypeNode {
    readonly $type = 'AssetType';
    start = -1;
    end = -1;
    name: unknown = undefined;
    title: unknown = undefined;
    colon: unknown = undefined;
    base: unknown = undefined;
    open: unknown = undefined;
    statements: unknown = undefined;
    close: unknown = undefined;
}

export class ProtocolNode {
    readonly $type = 'Protocol';
    start = -1;
    end = -1;
    name: unknown = undefined;
    title: unknown = undefined;
    open: unknown = undefined;
    statements: unknown = undefined;
    close: unknown = undefined;
}

export class CountermeasureNode {
    readonly $type = 'Countermeasure';
    start = -1;
    end = -1;
    name: unknown = undefined;
    title: unknown = undefined;
    open: unknown = undefined;
    statements: unknown = undefined;
    close: unknown = undefined;
}

export class ThreatNode {
    readonly $type = 'Threat';
    start = -1;
    end = -1;
    name: unknown = undefined;
    title: unknown = undefined;
    open: unknown = undefined;
    statements: unknown = undefined;
    close: unknown = undefined;
}

export class InvariantNode {
    readonly $type = 'Invariant';
    start = -1;
    end = -1;
    name: unknown = undefined;
    title: unknown = undefined;
    open: unknown = undefined;
    statements: unknown = undefined;
    close: unknown = undefined;
}

export class PlantFunctionNode {
    readonly $type = 'PlantFunction';
    start = -1;
    end = -1;
    name: unknown = undefined;
    title: unknown = undefined;
    open: unknown = undefined;
    statements: unknown = undefined;
    close: unknown = undefined;
}

export class IslandNode {
    readonly $type = 'Island';
    start = -1;
    end = -1;
    name: unknown = undefined;
    title: unknown = undefined;
    open: unknown = undefined;
    statements: unknown = undefined;
    close: unknown = undefined;
}

export class PartyNode {
    readonly $type = 'Party';
    start = -1;
    end = -1;
    name: unknown = undefined;
    title: unknown = undefined;
    open: unknown = undefined;
    statements: unknown = undefined;
    close: unknown = undefined;
}

export class ProgrammeNode {
    readonly $type = 'Programme';
    start = -1;
    end = -1;
    title: unknown = undefined;
    open: unknown = undefined;
    statements: unknown = undefined;
    close: unknown = undefined;
}

export class PartyFactNode {
    readonly $type = 'PartyFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    parties: unknown = undefined;
}

export class MonitoredFactNode {
    readonly $type = 'MonitoredFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    value: unknown = undefined;
    party: unknown = undefined;
}

export class CertificateFactNode {
    readonly $type = 'CertificateFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    values: unknown = undefined;
    version: unknown = undefined;
    author: unknown = undefined;
    dated: unknown = undefined;
    valid: unknown = undefined;
    until: unknown = undefined;
}

export class ViewNode {
    readonly $type = 'View';
    start = -1;
    end = -1;
    name: unknown = undefined;
    title: unknown = undefined;
    open: unknown = undefined;
    statements: unknown = undefined;
    close: unknown = undefined;
}

export class RulesetNode {
    readonly $type = 'Ruleset';
    start = -1;
    end = -1;
    name: unknown = undefined;
    title: unknown = undefined;
    open: unknown = undefined;
    statements: unknown = undefined;
    close: unknown = undefined;
}

export class ObservationNode {
    readonly $type = 'Observation';
    start = -1;
    end = -1;
    name: unknown = undefined;
    title: unknown = undefined;
    open: unknown = undefined;
    statements: unknown = undefined;
    close: unknown = undefined;
}

export class AdvisoryNode {
    readonly $type = 'Advisory';
    start = -1;
    end = -1;
    name: unknown = undefined;
    title: unknown = undefined;
    open: unknown = undefined;
    statements: unknown = undefined;
    close: unknown = undefined;
}

export class ConduitNode {
    readonly $type = 'Conduit';
    start = -1;
    end = -1;
    name: unknown = undefined;
    title: unknown = undefined;
    ends: unknown = undefined;
    open: unknown = undefined;
    statements: unknown = undefined;
    close: unknown = undefined;
}

export class FlowNode {
    readonly $type = 'Flow';
    start = -1;
    end = -1;
    source: unknown = undefined;
    arrow: unknown = undefined;
    target: unknown = undefined;
    colon: unknown = undefined;
    protocols: unknown = undefined;
    title: unknown = undefined;
    open: unknown = undefined;
    statements: unknown = undefined;
    close: unknown = undefined;
}

export class MatrixNode {
    readonly $type = 'Matrix';
    start = -1;
    end = -1;
    title: unknown = undefined;
    open: unknown = undefined;
    statements: unknown = undefined;
    close: unknown = undefined;
}

export class QNameNode {
    readonly $type = 'QName';
    start = -1;
    end = -1;
    parts: unknown = undefined;
}

export class TextFactNode {
    readonly $type = 'TextFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    values: unknown = undefined;
}

export class WordFactNode {
    readonly $type = 'WordFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    value: unknown = undefined;
}

export class WordsFactNode {
    readonly $type = 'WordsFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    values: unknown = undefined;
    because: unknown = undefined;
}

export class CategoryFactNode {
    readonly $type = 'CategoryFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    value: unknown = undefined;
    open: unknown = undefined;
    statements: unknown = undefined;
    close: unknown = undefined;
}

export class NumberFactNode {
    readonly $type = 'NumberFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    value: unknown = undefined;
}

export class ToleranceFactNode {
    readonly $type = 'ToleranceFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    value: unknown = undefined;
}

export class LikelihoodFactNode {
    readonly $type = 'LikelihoodFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    value: unknown = undefined;
    values: unknown = undefined;
}

export class ConsequenceFactNode {
    readonly $type = 'ConsequenceFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    value: unknown = undefined;
    values: unknown = undefined;
}

export class RowFactNode {
    readonly $type = 'RowFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    values: unknown = undefined;
    targets: unknown = undefined;
}

export class RowNameNode {
    readonly $type = 'RowName';
    start = -1;
    end = -1;
    parts: unknown = undefined;
}

export class RiskValueNode {
    readonly $type = 'RiskValue';
    start = -1;
    end = -1;
    value: unknown = undefined;
}

export class BandsFactNode {
    readonly $type = 'BandsFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    values: unknown = undefined;
}

export class BandNode {
    readonly $type = 'Band';
    start = -1;
    end = -1;
    name: unknown = undefined;
    to: unknown = undefined;
}

export class TargetRuleFactNode {
    readonly $type = 'TargetRuleFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    value: unknown = undefined;
    values: unknown = undefined;
}

export class DayFactNode {
    readonly $type = 'DayFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    day: unknown = undefined;
}

export class PortFactNode {
    readonly $type = 'PortFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    transport: unknown = undefined;
    ranges: unknown = undefined;
}

export class PortRangeNode {
    readonly $type = 'PortRange';
    start = -1;
    end = -1;
    value: unknown = undefined;
}

export class AddressFactNode {
    readonly $type = 'AddressFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    dhcp: unknown = undefined;
    values: unknown = undefined;
}

export class AddressLegNode {
    readonly $type = 'AddressLeg';
    start = -1;
    end = -1;
    value: unknown = undefined;
    zone: unknown = undefined;
}

export class NetworkFactNode {
    readonly $type = 'NetworkFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    values: unknown = undefined;
}

export class AddressValueNode {
    readonly $type = 'AddressValue';
    start = -1;
    end = -1;
    value: unknown = undefined;
}

export class MacFactNode {
    readonly $type = 'MacFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    values: unknown = undefined;
}

export class MacValueNode {
    readonly $type = 'MacValue';
    start = -1;
    end = -1;
    value: unknown = undefined;
}

export class FacesFactNode {
    readonly $type = 'FacesFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    zone: unknown = undefined;
    interface: unknown = undefined;
}

export class TranslatesFactNode {
    readonly $type = 'TranslatesFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    from: unknown = undefined;
    to: unknown = undefined;
}

export class MentionFactNode {
    readonly $type = 'MentionFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    targets: unknown = undefined;
}

export class NeedsFactNode {
    readonly $type = 'NeedsFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    targets: unknown = undefined;
    orAt: unknown = undefined;
}

export class EvidenceFactNode {
    readonly $type = 'EvidenceFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    evidence: unknown = undefined;
    author: unknown = undefined;
    dated: unknown = undefined;
    valid: unknown = undefined;
    until: unknown = undefined;
}

export class PlannedFactNode {
    readonly $type = 'PlannedFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    day: unknown = undefined;
}

export class RetiredFactNode {
    readonly $type = 'RetiredFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    day: unknown = undefined;
}

export class PatchedFactNode {
    readonly $type = 'PatchedFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    version: unknown = undefined;
    day: unknown = undefined;
}

export class PatchFactNode {
    readonly $type = 'PatchFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    version: unknown = undefined;
    state: unknown = undefined;
    day: unknown = undefined;
}

export class SupportedFactNode {
    readonly $type = 'SupportedFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    day: unknown = undefined;
}

export class WindowFactNode {
    readonly $type = 'WindowFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    title: unknown = undefined;
    first: unknown = undefined;
    last: unknown = undefined;
}

export class DowntimeFactNode {
    readonly $type = 'DowntimeFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    duration: unknown = undefined;
}

export class EvidenceValidFactNode {
    readonly $type = 'EvidenceValidFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    duration: unknown = undefined;
}

export class DurationNode {
    readonly $type = 'Duration';
    start = -1;
    end = -1;
    amount: unknown = undefined;
    unit: unknown = undefined;
}

export class EnduresFactNode {
    readonly $type = 'EnduresFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    duration: unknown = undefined;
    targets: unknown = undefined;
}

export class WorksFactNode {
    readonly $type = 'WorksFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    targets: unknown = undefined;
    because: unknown = undefined;
}

export class KeepsFactNode {
    readonly $type = 'KeepsFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    targets: unknown = undefined;
    duration: unknown = undefined;
}

export class FilterRuleNode {
    readonly $type = 'FilterRule';
    start = -1;
    end = -1;
    key: unknown = undefined;
    sources: unknown = undefined;
    targets: unknown = undefined;
    colon: unknown = undefined;
    services: unknown = undefined;
    title: unknown = undefined;
    open: unknown = undefined;
    statements: unknown = undefined;
    close: unknown = undefined;
}

export class PlaceNode {
    readonly $type = 'Place';
    start = -1;
    end = -1;
    value: unknown = undefined;
}

export class ServiceNode {
    readonly $type = 'Service';
    start = -1;
    end = -1;
    transport: unknown = undefined;
    value: unknown = undefined;
}

export class InterfaceFactNode {
    readonly $type = 'InterfaceFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    not: unknown = undefined;
    values: unknown = undefined;
}

export class ConversationNode {
    readonly $type = 'Conversation';
    start = -1;
    end = -1;
    key: unknown = undefined;
    source: unknown = undefined;
    arrow: unknown = undefined;
    target: unknown = undefined;
    colon: unknown = undefined;
    services: unknown = undefined;
    title: unknown = undefined;
    outcome: unknown = undefined;
    days: unknown = undefined;
    first: unknown = undefined;
    last: unknown = undefined;
    open: unknown = undefined;
    statements: unknown = undefined;
    close: unknown = undefined;
}

export class SightNode {
    readonly $type = 'Sight';
    start = -1;
    end = -1;
    value: unknown = undefined;
    name: unknown = undefined;
}

export class VulnerabilityFactNode {
    readonly $type = 'VulnerabilityFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    cve: unknown = undefined;
    title: unknown = undefined;
    scores: unknown = undefined;
}

export class ScoreNode {
    readonly $type = 'Score';
    start = -1;
    end = -1;
    value: unknown = undefined;
    vector: unknown = undefined;
}

export class ProductsFactNode {
    readonly $type = 'ProductsFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    values: unknown = undefined;
    open: unknown = undefined;
    statements: unknown = undefined;
    close: unknown = undefined;
}

export class RemediationFactNode {
    readonly $type = 'RemediationFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    category: unknown = undefined;
    text: unknown = undefined;
}

export class LevelFactNode {
    readonly $type = 'LevelFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    vector: unknown = undefined;
    because: unknown = undefined;
}

export class VectorNode {
    readonly $type = 'Vector';
    start = -1;
    end = -1;
    base: unknown = undefined;
    open: unknown = undefined;
    entries: unknown = undefined;
    close: unknown = undefined;
}

export class VectorEntryNode {
    readonly $type = 'VectorEntry';
    start = -1;
    end = -1;
    fr: unknown = undefined;
    level: unknown = undefined;
}

export class RequirementFactNode {
    readonly $type = 'RequirementFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    requirements: unknown = undefined;
    by: unknown = undefined;
    because: unknown = undefined;
    evidenceAt: unknown = undefined;
    evidence: unknown = undefined;
    dueAt: unknown = undefined;
    due: unknown = undefined;
    maturity: unknown = undefined;
    author: unknown = undefined;
    dated: unknown = undefined;
    valid: unknown = undefined;
    until: unknown = undefined;
}

export class RequirementRefNode {
    readonly $type = 'RequirementRef';
    start = -1;
    end = -1;
    kind: unknown = undefined;
    number: unknown = undefined;
    enhancement: unknown = undefined;
    level: unknown = undefined;
}

export class SecuredFactNode {
    readonly $type = 'SecuredFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    values: unknown = undefined;
    by: unknown = undefined;
}

export class PersonFactNode {
    readonly $type = 'PersonFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    value: unknown = undefined;
}

export class OneWayFactNode {
    readonly $type = 'OneWayFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    source: unknown = undefined;
    target: unknown = undefined;
}

export class AcceptFactNode {
    readonly $type = 'AcceptFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    rule: unknown = undefined;
    because: unknown = undefined;
    until: unknown = undefined;
}

export class AgreedFactNode {
    readonly $type = 'AgreedFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    what: unknown = undefined;
    person: unknown = undefined;
    until: unknown = undefined;
}

export class MitigatedFactNode {
    readonly $type = 'MitigatedFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    by: unknown = undefined;
    likelihood: unknown = undefined;
    consequence: unknown = undefined;
}

export class ClauseFactNode {
    readonly $type = 'ClauseFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    access: unknown = undefined;
    source: unknown = undefined;
    target: unknown = undefined;
    through: unknown = undefined;
}

export class ExceptFactNode {
    readonly $type = 'ExceptFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    source: unknown = undefined;
    arrow: unknown = undefined;
    target: unknown = undefined;
    colon: unknown = undefined;
    protocols: unknown = undefined;
    access: unknown = undefined;
    because: unknown = undefined;
    until: unknown = undefined;
}

export class PathFactNode {
    readonly $type = 'PathFact';
    start = -1;
    end = -1;
    key: unknown = undefined;
    source: unknown = undefined;
    target: unknown = undefined;
}

/** Makes an empty node of a rule. */
export const newNode: Readonly<Record<string, () => { start: number; end: number; readonly $type: string }>> = {
    File: () => new FileNode(),
    Import: () => new ImportNode(),
    System: () => new SystemNode(),
    Within: () => new WithinNode(),
    Zone: () => new ZoneNode(),
    Asset: () => new AssetNode(),
    AssetType: () => new AssetTypeNode(),
    Protocol: () => new ProtocolNode(),
    Countermeasure: () => new CountermeasureNode(),
    Threat: () => new ThreatNode(),
    Invariant: () => new InvariantNode(),
    PlantFunction: () => new PlantFunctionNode(),
    Island: () => new IslandNode(),
    Party: () => new PartyNode(),
    Programme: () => new ProgrammeNode(),
    PartyFact: () => new PartyFactNode(),
    MonitoredFact: () => new MonitoredFactNode(),
    CertificateFact: () => new CertificateFactNode(),
    View: () => new ViewNode(),
    Ruleset: () => new RulesetNode(),
    Observation: () => new ObservationNode(),
    Advisory: () => new AdvisoryNode(),
    Conduit: () => new ConduitNode(),
    Flow: () => new FlowNode(),
    Matrix: () => new MatrixNode(),
    QName: () => new QNameNode(),
    TextFact: () => new TextFactNode(),
    WordFact: () => new WordFactNode(),
    WordsFact: () => new WordsFactNode(),
    CategoryFact: () => new CategoryFactNode(),
    NumberFact: () => new NumberFactNode(),
    ToleranceFact: () => new ToleranceFactNode(),
    LikelihoodFact: () => new LikelihoodFactNode(),
    ConsequenceFact: () => new ConsequenceFactNode(),
    RowFact: () => new RowFactNode(),
    RowName: () => new RowNameNode(),
    RiskValue: () => new RiskValueNode(),
    BandsFact: () => new BandsFactNode(),
    Band: () => new BandNode(),
    TargetRuleFact: () => new TargetRuleFactNode(),
    DayFact: () => new DayFactNode(),
    PortFact: () => new PortFactNode(),
    PortRange: () => new PortRangeNode(),
    AddressFact: () => new AddressFactNode(),
    AddressLeg: () => new AddressLegNode(),
    NetworkFact: () => new NetworkFactNode(),
    AddressValue: () => new AddressValueNode(),
    MacFact: () => new MacFactNode(),
    MacValue: () => new MacValueNode(),
    FacesFact: () => new FacesFactNode(),
    TranslatesFact: () => new TranslatesFactNode(),
    MentionFact: () => new MentionFactNode(),
    NeedsFact: () => new NeedsFactNode(),
    EvidenceFact: () => new EvidenceFactNode(),
    PlannedFact: () => new PlannedFactNode(),
    RetiredFact: () => new RetiredFactNode(),
    PatchedFact: () => new PatchedFactNode(),
    PatchFact: () => new PatchFactNode(),
    SupportedFact: () => new SupportedFactNode(),
    WindowFact: () => new WindowFactNode(),
    DowntimeFact: () => new DowntimeFactNode(),
    EvidenceValidFact: () => new EvidenceValidFactNode(),
    Duration: () => new DurationNode(),
    EnduresFact: () => new EnduresFactNode(),
    WorksFact: () => new WorksFactNode(),
    KeepsFact: () => new KeepsFactNode(),
    FilterRule: () => new FilterRuleNode(),
    Place: () => new PlaceNode(),
    Service: () => new ServiceNode(),
    InterfaceFact: () => new InterfaceFactNode(),
    Conversation: () => new ConversationNode(),
    Sight: () => new SightNode(),
    VulnerabilityFact: () => new VulnerabilityFactNode(),
    Score: () => new ScoreNode(),
    ProductsFact: () => new ProductsFactNode(),
    RemediationFact: () => new RemediationFactNode(),
    LevelFact: () => new LevelFactNode(),
    Vector: () => new VectorNode(),
    VectorEntry: () => new VectorEntryNode(),
    RequirementFact: () => new RequirementFactNode(),
    RequirementRef: () => new RequirementRefNode(),
    SecuredFact: () => new SecuredFactNode(),
    PersonFact: () => new PersonFactNode(),
    OneWayFact: () => new OneWayFactNode(),
    AcceptFact: () => new AcceptFactNode(),
    AgreedFact: () => new AgreedFactNode(),
    MitigatedFact: () => new MitigatedFactNode(),
    ClauseFact: () => new ClauseFactNode(),
    ExceptFact: () => new ExceptFactNode(),
    PathFact: () => new PathFactNode(),
};
