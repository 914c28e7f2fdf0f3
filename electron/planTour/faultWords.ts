// What is wrong with a tour problem, in one sentence for whoever wrote it.
import { mostMinutes } from '../../shared/tour/checkProblem.ts';
import type { TourFault } from '../../shared/tour/checkProblem.ts';
import type { TourProblem } from '../../shared/tour/problem.ts';

type Detail = Record<string, unknown>;

const stop = ({ stopId }: Detail): string => (stopId === null || stopId === undefined ? 'A place of the tour' : `Stop "${String(stopId)}"`);

const sentences: Record<string, (detail: Detail, problem: TourProblem) => string> = {
  'tour.matrixSize': (d) => `The matrix has the wrong size: ${d['placeCount']} places need ${Number(d['placeCount']) ** 2} numbers, travelMinutes has ${d['travelMinutes']} and distanceKm ${d['distanceKm']}.`,
  'tour.badTravel': (d) => `The travel from place ${d['fromPlace']} to place ${d['toPlace']} is not a number from 0 to ${mostMinutes}.`,
  'tour.noPlace': (d, problem) => (d['stopId'] === null
    ? `Place ${d['place']} (of a start, a return or a night) does not exist: there are ${problem.placeCount} places, numbered from 0.`
    : `${stop(d)} has no place: ${d['place']} is not one of the ${problem.placeCount} places, numbered from 0.`),
  'tour.badLength': (d) => `${stop(d)} has a durationMinutes of ${d['durationMinutes']}: it must be from 0 to ${mostMinutes}.`,
  'tour.badWorth': (d) => `${stop(d)} has a worth of ${d['worth']}: it must be from 0 to ${mostMinutes}.`,
  'tour.stopTwice': (d) => `${stop(d)} stands there twice: every stop needs an id of its own.`,
  'tour.unknownStop': (d) => `${stop(d)} is named but is not among the stops.`,
  'tour.noSuchDay': (d, problem) => `${d['stopId'] === null ? 'A locked day' : stop(d)} is for day ${d['day']}, but there are ${problem.days.length} days, numbered from 0.`,
  'tour.badWindow': (d) => `${stop(d)} has a window on day ${d['day']} that ends before it begins.`,
  'tour.badPin': (d) => `${stop(d)} is pinned on day ${d['day']} to a time that is not a number.`,
  'tour.badDay': (d) => `Day ${d['day']} has hours that are not numbers, or a negative maxDrivingMinutes.`,
  'tour.badReserved': (d) => `Day ${d['day']} has a reserved time that ends before it begins.`,
  'tour.firstIsLast': (d) => `${stop(d)} cannot be both first and last of several stops: make it two stops at one place.`,
  'tour.noSuchLeader': (d, problem) => `${stop(d)} is for leader ${d['leader']}, but there are ${problem.leaders?.length ?? 1}, numbered from 0.`,
  'tour.leaderDays': (d) => `Leader ${d['leader']} has ${d['have']} days of his own; it must be all ${d['need']} or none.`,
  'tour.noDays': () => 'There are no days to plan.',
  'tour.windowOutside': (d) => `${stop(d)} can never be visited: all its windows lie outside the duty hours of every day.`,
  'tour.pinOutside': (d) => `${stop(d)} has an impossible pin: on day ${d['day']}${d['begin'] === undefined ? '' : ` at ${d['begin']}`} it does not fit into the duty hours ${d['dutyFrom']} to ${d['dutyTo']}.`,
  'tour.pinReserved': (d) => `${stop(d)} has an impossible pin: on day ${d['day']} at ${d['begin']} it runs into a reserved time.`,
  'tour.pinWindow': (d) => `${stop(d)} has an impossible pin: day ${d['day']}${d['begin'] === undefined ? '' : ` at ${d['begin']}`} is outside its own windows.`,
  'tour.pinsOverlap': (d) => `${stop(d)} and stop "${String(d['otherStopId'])}" are pinned to the same time on day ${d['day']}.`,
};

export function faultInWords({ code, detail }: TourFault, problem: TourProblem): string {
  return sentences[code]?.(detail, problem) ?? `The problem cannot be planned: ${code} ${JSON.stringify(detail)}.`;
}
