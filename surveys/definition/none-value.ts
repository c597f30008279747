/** What SurveyJS stores for "none of these". */
export const noneValue = 'none';
