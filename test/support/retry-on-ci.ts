import { jest } from '@jest/globals'
import { isContinuousIntegration } from './test-config.ts'

// A shared machine stalls and closes sockets at times that no test arranges. On CI such a test runs
// again, and the run says so; a test that is wrong fails each time.
if (isContinuousIntegration) jest.retryTimes(2, { logErrorsBeforeRetry: true })
