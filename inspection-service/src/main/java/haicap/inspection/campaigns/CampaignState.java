package haicap.inspection.campaigns;

/** Where a campaign stands; whether it runs follows from its days. */
enum CampaignState {
    ANNOUNCED,
    SCHEDULED
}
